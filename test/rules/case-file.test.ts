import { describe, expect, test } from 'vitest';
import { type CaseFile, lackingPapers, type PaperState, papersOf } from '../../src/disputes/file-rules.ts';
import { agreement } from '../support/disputes.ts';

const PERSON = { kind: 'person', id_number: '150722198001010012', representative: '', authority: '' } as const;
const COMPANY = { kind: 'organisation', id_number: '', representative: '何春花', authority: '' } as const;

/** A dispute with everything in its file, settled and performed. */
const WHOLE: CaseFile = {
  dispute: { status: 'closed', rightsOn: '2023-06-02', agreement: agreement({ effectiveOn: '2023-06-06' }) },
  made: { mediate: 2, investigate: 1, perform: 1, 'follow-up': 1 },
  parties: [PERSON, COMPANY],
  cover: { file_number: '2023-001', retention: 'long', filed_by: '沃建国' },
};

const lacking = (more: Partial<CaseFile>) =>
  lackingPapers(papersOf({ ...WHOLE, ...more })).map(({ paper }) => paper.en);
const settled = (more: Partial<CaseFile['dispute']>) => ({ dispute: { ...WHOLE.dispute, ...more } });

describe('a file must have', () => {
  test.each<[why: string, more: Partial<CaseFile>, lacking: readonly string[]]>([
    ['nothing more where it is whole', {}, []],
    ['the notice of rights', settled({ rightsOn: null }), ['notice of rights and duties']],
    [
      'an identity number of each person',
      { parties: [{ ...PERSON, id_number: '' }] },
      ['proof of the parties’ identity'],
    ],
    ['no identity number of an organisation', { parties: [COMPANY] }, []],
    ['who speaks for it', { parties: [{ ...COMPANY, representative: '' }] }, ['proof of the parties’ identity']],
    ['a record of mediation', { made: {} }, ['record of mediation']],
    ['an agreement', settled({ agreement: undefined }), ['agreement']],
    ['an agreement in effect', settled({ agreement: agreement() }), ['agreement']],
    ['an oral one as well', settled({ agreement: agreement({ form: 'oral', effectiveOn: '2023-06-06' }) }), []],
    ['no agreement where it was withdrawn', settled({ status: 'withdrawn', agreement: undefined }), []],
    ['a number', { cover: { ...WHOLE.cover, file_number: '' } }, ['cover']],
    ['how long it is kept', { cover: { ...WHOLE.cover, retention: '' } }, ['cover']],
    ['who made it up', { cover: { ...WHOLE.cover, filed_by: '' } }, ['cover']],
  ])('%s', (_, more, expected) => {
    expect(lacking(more)).toEqual(expected);
  });
});

describe('a file has as needed', () => {
  const stateOf = (paper: string, more: Partial<CaseFile>) =>
    papersOf({ ...WHOLE, ...more }).find(({ paper: { en }, isRequired }) => en === paper && !isRequired)?.state;

  test.each<[paper: string, why: string, more: Partial<CaseFile>, state: PaperState]>([
    ['letter of authority', 'nobody is represented', {}, 'none'],
    ['letter of authority', 'without its day', { parties: [{ ...PERSON, representative: '何春花' }] }, 'lacking'],
    [
      'letter of authority',
      'with its day',
      { parties: [{ ...PERSON, representative: '何春花', authority: '2023-06-01' }] },
      'there',
    ],
    ['record of inquiry', 'nobody was asked', { made: {} }, 'none'],
    ['record of inquiry', 'somebody was asked', {}, 'there'],
    ['proof of performance', 'performed', {}, 'there'],
    ['proof of performance', 'still owed', settled({ status: 'settled' }), 'lacking'],
    [
      'proof of performance',
      'nothing is owed',
      { ...settled({ status: 'withdrawn', agreement: undefined }), made: {} },
      'none',
    ],
    ['record of the follow-up', 'nobody called', { made: {} }, 'lacking'],
    ['record of the follow-up', 'no agreement', settled({ status: 'withdrawn', agreement: undefined }), 'none'],
    ['evidence', 'always', {}, 'by-hand'],
  ])('%s: %s', (paper, _, more, state) => {
    expect(stateOf(paper, more)).toBe(state);
  });
});
