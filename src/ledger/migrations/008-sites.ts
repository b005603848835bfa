/** Where mediation happens: the command centre, township stations, village groups; who sits there, in which rooms. */
export const sites = `
`;
