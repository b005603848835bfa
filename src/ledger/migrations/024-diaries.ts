export const diaries = '';
