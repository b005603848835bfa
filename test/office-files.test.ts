import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SECOND, type SmallLedger, smallLedger, THIRD } from './support/ledger.ts';

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
  // A roster without codes, with numbers as phones: codes are assigned, and found again.
  '02-驻村干部花名册.xlsx': {
    noun: 'cadre',
    said: ['--number'],
    rows: 3,
    shows: [
      [
        ['cadre', 'list', '--unit', THIRD, '--reveal', 'test'],
        [
          ...[1, 2, 3, 4].map(n => ({ code: `${THIRD}-C0${n}` })),
          { code: `${THIRD}-C05`, name: '敖云', organ: '旗农牧局', phone: '13904700001' },
          { code: `${THIRD}-C06`, name: '郭勇', duty: '副主任科员' },
          { code: `${THIRD}-C07`, name: '乌云其木格', unit_code: THIRD },
        ],
      ],
    ],
  },
  // GB18030; who looks after whom: households by head, pairs by both names in one cell, the village written once.
  '03-包户分工表.csv': {
    noun: 'assignment',
    before: ['郭云', '杜铁柱', '何明'].map((head, i) => [
      ...['household', 'add', '--code', `${SECOND}02000${i + 1}`, '--unit-code', SECOND],
      ...['--head-name', head, '--on', '2023-05-01'],
    ]),
    rows: 3,
    shows: [
      [
        ['assignment', 'list', '--pair', `${SECOND}-P02`, '--on', '2023-09-01'],
        [
          ...[4, 5, 6].map(n => ({ household_code: `${SECOND}01000${n}` })),
          { household_code: `${SECOND}020001`, responsible_cadre: `${SECOND}-C03`, from_on: '2023-09-01' },
          { household_code: `${SECOND}020002`, responsible_cadre: `${SECOND}-C04` },
          { household_code: `${SECOND}020003`, responsible_cadre: `${SECOND}-C03` },
        ],
      ],
    ],
  },
  // Excel's "Unicode text": UTF-16 with tabs; the office in the title, no numbers of their own.
  '04-来信来访登记.txt': {
    noun: 'petition',
    said: ['--set', '性质=申诉求决'],
    rows: 2,
    shows: [
      [
        ['petition', 'list', '--all'],
        [
          { registered_on: '2022-03-07', demand: '要求补缴养老保险' },
          { registered_on: '2022-04-11', demand: '承包地面积不符' },
        ],
      ],
    ],
  },
  // Days in the 1904 system, the committee merged over its mediators, a phone with spaces, one that is none.
  '05-调解员名册.xlsx': {
    noun: 'mediator',
    said: ['--number'],
    rows: 3,
    shows: [
      [
        ['mediator', 'list', '--reveal', 'test'],
        [
          { code: '150722100-T01', name: '何春花', from_on: '2023-05-01', phone: '13900000031' },
          { code: '150722100-T02', name: '巴特尔', from_on: '2023-06-15', phone: '13900000032' },
          { code: '150722101-T01', name: '金花', phone: '' },
        ],
      ],
    ],
  },
  // Semicolons; the village in the title only, households by group and head, the department by its name.
  '06-需求清单.csv': {
    noun: 'need',
    before: [['department', 'add', '--code', 'MZJ', '--name', '旗民政局', '--tier', 'banner', '--on', '2023-05-01']],
    rows: 2,
    shows: [
      [
        ['need', 'list'],
        [
          { household_code: `${SECOND}010004`, raised_on: '2023-06-01', owner_code: 'MZJ' },
          { household_code: `${SECOND}010005`, raised_on: '2023-06-02' },
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
  // The register of a committee: its name in the title, both sides in columns of their own, no titles.
  '08-受理纠纷登记簿.xlsx': {
    noun: 'dispute',
    said: ['--set', '难易程度=simple'],
    rows: 2,
    shows: [
      [
        ['dispute', 'list', '--all', '--reveal', 'test'],
        [
          { registered_on: '2022-03-14', title: '沃秀英与德海山邻里纠纷' },
          { registered_on: '2022-07-02', title: '莫春花与敖建国土地纠纷' },
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
