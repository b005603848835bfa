export const petitionLaw = '';
