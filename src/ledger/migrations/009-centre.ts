/** The command centre: its windows and their departments, what they served, and the pool of experts. */
export const centre = `
`;
