export const centreAndGroups = '';
