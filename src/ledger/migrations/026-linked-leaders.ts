export const linkedLeaders = '';
