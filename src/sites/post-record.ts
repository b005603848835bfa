import type { SimpleRecord } from '../register/simple-record.ts';
import { POST_TITLE, type PostRow, postSheet } from './post.ts';
import { headProblems } from './rules.ts';
import type { SiteKind } from './site.ts';
import { SITE_FOUNDED, SITES } from './store.ts';

/** A post belongs to its site; its holder and role change from a day on, and the earlier holders stay in the history. */
export const postRecord: SimpleRecord<PostRow> = {
  noun: 'post',
  table: 'post',
  title: POST_TITLE,
  sheet: postSheet,
  immutable: ['site_code'],
  dated: ['role', 'holder', 'duty_title', 'category', 'phone'],
  defaultStart: SITE_FOUNDED,
  personal: ['holder', 'phone'],
  references: { site_code: { column: 'site_id', referent: SITES } },
  rules: input => headProblems(input.row, input.references.site_code?.level as SiteKind, () => input.others),
};
