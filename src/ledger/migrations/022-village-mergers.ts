export const villageMergers = '';
