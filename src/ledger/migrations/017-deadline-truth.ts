export const deadlineTruth = '';
