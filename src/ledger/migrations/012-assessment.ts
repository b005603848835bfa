/** Assessment schemes, entered values and frozen results. */
export const assessment = `
`;
