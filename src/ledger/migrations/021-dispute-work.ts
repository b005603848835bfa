export const disputeWork = '';
