/** The day on which a record of something that happened on one day was withdrawn: it stays, and counts nowhere. */
export const withdrawals = ['meeting', 'service', 'outreach', 'benefit', 'need']
  .map(table => `alter table ${table} add column withdrawn_on text check (length(withdrawn_on) = 10);`)
  .join('\n');
