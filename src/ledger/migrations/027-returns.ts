export const returns = '';
