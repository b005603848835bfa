import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';

/*
 * Whole files of the kinds that offices send, made with other programs than ours and kept as they were saved: each is
 * imported with at most one thing said about it, and adds nothing when it is imported again.
 */

/** A file, the command that imports it, and what has to be said about it. */
interface OfficeFile {
  readonly noun: string;
  readonly said?: readonly string[];
  /** What has to be in the ledger before. */
  readonly before?: readonly (readonly string[])[];
  readonly rows: number;
  /** A list after the import, and what it has to hold. */
  readonly shows: readonly (readonly [list: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]])[];
}

const FILES: Readonly<Record<string, OfficeFile>> = {
  // A header of two lines with merged cells, on the second sheet; days as cells; visitors by name; sums and signatures below.
  '01-走访登记表.xlsx': {
    noun: 'visit',
    rows: 3,
    shows: [
      [
        ['visit', 'list', '--to', '2023-05-08'],
        [
          { visited_on: '2023-05-08', household_code: '150722100200010001', cadre_a: '150722100200-C01' },
          { visited_on: '2023-05-08', household_code: '150722100200010002', cadre_b: '150722100200-C02' },
        ],
      ],
    ],
  },
  // Sums between the villages, full-width digits, line breaks and quotes in diaries; households and visitors by name.
  '07-日记汇总.csv': {
    noun: 'visit',
    said: ['--map', '类别=domains'],
    rows: 3,
    shows: [
      [
        ['visit', 'list', '--from', '2023-05-12', '--to', '2023-05-15'],
        [
          { visited_on: '2023-05-12', household_code: '150722101200010001', mode: 'home' },
          { visited_on: '2023-05-12', household_code: '150722101200010002', mode: 'phone' },
          { visited_on: '2023-05-15', household_code: '150722100200010005', mode: 'home' },
        ],
      ],
    ],
  },
};

/** What an import did, as scripts read it. */
async function imported(ledger: SmallLedger, file: string, { noun, said = [] }: OfficeFile) {
  const path = join(import.meta.dirname, 'office-files', file);
  const [counts] = await ledger.json<Record<string, number>>(noun, 'import', path, ...said);
  return { read: counts?.read, added: counts?.added, already: counts?.already, rejected: counts?.rejected };
}

test.each(Object.entries(FILES))('%s is imported, and nothing is added the second time', async (name, file) => {
  const ledger = await smallLedger();
  try {
    for (const command of file.before ?? []) await ledger.done(...command);
    const { rows } = file;
    expect(await imported(ledger, name, file)).toEqual({ read: rows, added: rows, already: 0, rejected: 0 });
    for (const [list, expected] of file.shows) {
      const shown = await ledger.json(...list);
      expect(shown).toHaveLength(expected.length);
      expect(shown).toEqual(expect.arrayContaining(expected.map(row => expect.objectContaining(row))));
    }
    expect(await imported(ledger, name, file)).toEqual({ read: rows, added: 0, already: rows, rejected: 0 });
  } finally {
    ledger.remove();
  }
});
