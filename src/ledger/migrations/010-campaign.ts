/** What the visits bring about: guidance groups, needs, benefits, village rules, outreach. */
export const campaign = `
`;
