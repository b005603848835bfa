export const waysBack = '';
