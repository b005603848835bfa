export const visitStandards = '';
