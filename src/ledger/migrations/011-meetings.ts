/** Dispatch meetings and what they decided. */
export const meetings = `
`;
