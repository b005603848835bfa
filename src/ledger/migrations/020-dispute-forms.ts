export const disputeForms = '';
