/** Deadlines of rights, of the parties or to object: they lapse, but no unit is late when they do. */
export const RIGHTS_OF_PARTIES: readonly string[] = [
  'SFQR_30',
  'TD_SUE_30',
  'XF_REVIEW_APPLY_30',
  'XF_RECHECK_APPLY_30',
  'XF_OBJECT_5WD',
];

/** The same as a list in SQL. */
export const RIGHTS_LIST = RIGHTS_OF_PARTIES.map(code => `'${code}'`).join(', ');
