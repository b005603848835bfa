export const newNumbers = '';
