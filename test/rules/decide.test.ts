import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger, THIRD } from '../support/ledger.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

interface Tally {
  readonly added: number;
  readonly changed: number;
  readonly already: number;
  readonly rejected: number;
}

/** Imports rows under a header; what the summary counts, and what stderr says. */
async function taken(noun: string, header: string, rows: readonly string[], ...options: string[]) {
  const file = ledger.write('rows.csv', [header, ...rows, ''].join('\n'));
  const { code, stdout, stderr } = await ledger.run([noun, 'import', file, '--format', 'json', ...options]);
  const [tally] = stdout === '' ? [] : (JSON.parse(stdout) as Tally[]);
  const { added = 0, changed = 0, already = 0, rejected = 0 } = tally ?? {};
  return { code, counts: [added, changed, already, rejected], stderr };
}

const HOUSEHOLDS = 'code,unit_code,head_name,people';
const NEW = `${FIRST}010009,${FIRST},何秀英,3`;

describe('a row of a file', () => {
  test('with a new code is added', async () => {
    expect(await taken('household', HOUSEHOLDS, [NEW])).toMatchObject({ code: 0, counts: [1, 0, 0, 0] });
  });

  test('with the values of the ledger is already there', async () => {
    await taken('household', HOUSEHOLDS, [NEW]);
    expect(await taken('household', HOUSEHOLDS, [NEW])).toMatchObject({ code: 0, counts: [0, 0, 1, 0] });
  });

  test('says nothing about the columns that the file leaves out', async () => {
    await taken('household', HOUSEHOLDS, [NEW]);
    expect(await taken('household', 'code,unit_code,head_name', [`${FIRST}010009,${FIRST},何秀英`])).toMatchObject({
      counts: [0, 0, 1, 0],
    });
  });

  test('with other values is rejected, and changes the record with --update', async () => {
    await taken('household', HOUSEHOLDS, [NEW]);
    const other = `${FIRST}010009,${FIRST},何秀英,4`;
    const refused = await taken('household', HOUSEHOLDS, [other]);
    expect(refused.code).toBe(5);
    expect(refused.stderr).toContain('people: \\"4\\" is \\"3\\" in the ledger (add --update to change it)');
    expect(await taken('household', HOUSEHOLDS, [other], '--update')).toMatchObject({ code: 0, counts: [0, 1, 0, 0] });
  });

  test('may repeat an earlier row of the file but not contradict it, not even with --update', async () => {
    expect(await taken('household', HOUSEHOLDS, [NEW, NEW])).toMatchObject({ code: 0, counts: [1, 0, 1, 0] });
    const twice = [`${FIRST}010008,${FIRST},何秀英,3`, `${FIRST}010008,${FIRST},何秀英,4`];
    for (const options of [[], ['--update']]) {
      const { code, stderr } = await taken('household', HOUSEHOLDS, twice, ...options);
      expect(code).toBe(5);
      expect(stderr).toContain('contradicts an earlier row of this file');
    }
  });

  test('that would change what is fixed is rejected even with --update', async () => {
    const { code, stderr } = await taken(
      'cadre',
      'code,name,unit_code,from_on',
      [`${FIRST}-C01,鄂晓光,${FIRST},2023-05-02`],
      '--update',
    );
    expect(code).toBe(5);
    expect(stderr).toContain('cannot be changed');
  });

  test('is not told to add --update where that would not help', async () => {
    const { code, stderr } = await taken('pair', 'code,unit_code,cadre_a,cadre_b', [
      `${FIRST}-P01,${FIRST},${FIRST}-C01,${FIRST}-C03`,
    ]);
    expect(code).toBe(5);
    expect(stderr).not.toContain('--update');
  });

  test.each([
    ['household', HOUSEHOLDS, `${FIRST}010009,${FIRST},NAME,3`],
    ['cadre', 'code,name,unit_code,from_on', `${FIRST}-C09,NAME,${FIRST},2023-05-01`],
    ['agent', 'code,name,unit_code,from_on', `${FIRST}-D09,NAME,${FIRST},2023-05-01`],
    ['mediator', 'code,name,unit_code,from_on', `${FIRST}-M09,NAME,${FIRST},2023-05-01`],
    ['linked-leader', 'code,name,unit_code,from_on', `LD9,NAME,150722100,2023-05-01`],
    ['expert', 'code,name,specialties,engagement', 'ZJ9,NAME,02,online'],
  ])('of a %s names the same person with other spaces or another interpunct', async (noun, header, row) => {
    const named = (name: string) => [row.replace('NAME', name)];
    expect(await taken(noun, header, named('莫德·巴图'))).toMatchObject({ code: 0, counts: [1, 0, 0, 0] });
    for (const name of ['莫德 · 巴图', '莫德•巴图', '莫德・巴图', '莫 德·巴图'])
      expect(await taken(noun, header, named(name))).toMatchObject({ code: 0, counts: [0, 0, 1, 0] });
    const { code, stderr } = await taken(noun, header, named('莫得·巴图'));
    expect(code).toBe(5);
    expect(stderr).toContain('is not the same in the ledger: one character differs (number 2)');
  });

  test('has the name of an older ledger, in which spaces were kept; --update brings the clean form', async () => {
    await taken('household', HOUSEHOLDS, [NEW]);
    const keep = (name: string) =>
      ledger.direct(db => db.prepare('update household set head_name = ? where code = ?').run(name, `${FIRST}010009`));
    keep('何 秀英');
    expect(await taken('household', HOUSEHOLDS, [NEW])).toMatchObject({ code: 0, counts: [0, 0, 1, 0] });
    expect(await taken('household', HOUSEHOLDS, [NEW], '--update')).toMatchObject({ code: 0, counts: [0, 1, 0, 0] });
  });

  test('may name what a later row of the file brings', async () => {
    const rows = ['150722105200,新立村,village', '150722105,新立镇,township'];
    expect(await taken('unit', 'code,name,level', rows)).toMatchObject({ code: 0, counts: [2, 0, 0, 0] });
  });
});

describe('a file', () => {
  const bad = [NEW, `${FIRST}010008,${FIRST},,3`];

  test('is taken as a whole or not at all', async () => {
    const { code, counts, stderr } = await taken('household', HOUSEHOLDS, bad);
    expect([code, counts]).toEqual([5, [0, 0, 0, 0]]);
    expect(stderr).toContain('rows.csv:3:head_name');
    expect((await ledger.run(['household', 'show', `${FIRST}010009`])).code).toBe(3);
  });

  test('is taken but for its bad rows with --skip-bad, exit 5', async () => {
    expect(await taken('household', HOUSEHOLDS, bad, '--skip-bad')).toMatchObject({ code: 5, counts: [1, 0, 0, 1] });
    expect((await ledger.run(['household', 'show', `${FIRST}010009`])).code).toBe(0);
  });

  test('is only looked at with --dry-run, with the same figures', async () => {
    const tried = await taken('household', HOUSEHOLDS, [NEW], '--dry-run');
    expect(tried).toMatchObject({ code: 0, counts: [1, 0, 0, 0] });
    expect((await ledger.run(['household', 'show', `${FIRST}010009`])).code).toBe(3);
  });

  test('that was imported goes in again with nothing added, for every kind', async () => {
    for (const noun of ['unit', 'cadre', 'pair', 'household', 'assignment']) {
      const [tally] = await ledger.json<Tally & { read: number }>(noun, 'import', `${ledger.folder}/${noun}s.csv`);
      expect([noun, tally]).toEqual([
        noun,
        expect.objectContaining({ added: 0, changed: 0, rejected: 0, already: tally?.read }),
      ]);
    }
  });

  test.each([
    ['a pair that was replaced', 'pair', ['handover', '--yes', `${FIRST}-C01`, `${FIRST}-C03`, '--on', '2023-10-01']],
    [
      'an assignment that ended',
      'assignment',
      ['assignment', 'close', '--yes', `${FIRST}010001`, '--on', '2023-10-01'],
    ],
    ['a household that left', 'household', ['household', 'close', '--yes', `${FIRST}010001`, '--on', '2023-10-01']],
  ])('without the column to_on says nothing about the end of %s', async (_, noun, command) => {
    await ledger.done(...command);
    const [tally] = await ledger.json<Tally>(noun, 'import', `${ledger.folder}/${noun}s.csv`);
    expect(tally).toMatchObject({ added: 0, changed: 0, rejected: 0 });
  });

  test('with rejected rows gives them back whole', async () => {
    const file = ledger.write('wide.csv', `${HOUSEHOLDS}\n${NEW},多出,的列\n`);
    const back = `${ledger.folder}/back.csv`;
    await ledger.run(['household', 'import', file, '--skip-bad', '--rejected', back]);
    expect(readFileSync(back, 'utf8')).toContain('多出');
  });
});

describe('a complaint keeps people’s data to itself', () => {
  test('the name and phone that the ledger holds are masked', async () => {
    const { stderr } = await taken('household', 'code,unit_code,head_name,phone', [
      `${THIRD}010001,${THIRD},换了户主,13811110000`,
    ]);
    expect(stderr).toContain('in the ledger');
    expect(stderr).not.toContain('沃秀英');
    expect(stderr).not.toContain('13800000021');
  });

  test('the summary counts reasons, not values', async () => {
    const rows = [1, 2, 3].map(h => `${FIRST}01000${h},${FIRST},换了户主${h}`);
    const file = ledger.write('rows.csv', ['code,unit_code,head_name', ...rows, ''].join('\n'));
    const { stdout } = await ledger.run([
      'household',
      'import',
      file,
      '--skip-bad',
      '--rejected',
      `${ledger.folder}/back.csv`,
    ]);
    expect(stdout.split('\n').filter(line => line.startsWith('rejected'))).toHaveLength(1);
  });
});

describe('personal data', () => {
  test('is shown only for a reason', async () => {
    for (const reason of ['', '  ']) {
      const { code, stdout } = await ledger.run(['household', 'show', `${FIRST}010001`, '--reveal', reason]);
      expect([reason, code, stdout]).toEqual([reason, 2, '']);
    }
  });

  test('that is shown leaves its reason in the journal', async () => {
    await ledger.done('household', 'show', `${FIRST}010001`, '--reveal', '电话回访');
    const [entry] = await ledger.json('log', '--last', '1');
    expect(entry).toMatchObject({ command: 'household show', records: `${FIRST}010001`, reason: '电话回访' });
  });

  test('is not in the journal of the commands that enter it', async () => {
    await ledger.done('household', 'change', `${FIRST}010001`, '--head-name', '某某人', '--phone', '13811112222');
    const all = ledger.direct(db => db.prepare('select * from journal').all());
    expect(JSON.stringify(all)).not.toMatch(/某某人|13811112222/);
  });
});

describe('the history of a visit', () => {
  test('names its domains and does not number them', async () => {
    await ledger.done('visit', 'import', `${ledger.folder}/visits.csv`);
    await ledger.done('visit', 'correct', '1', '--domains', 'law', '--reason', '笔误');
    expect(await ledger.json('visit', 'history', '1')).toMatchObject([
      { field: 'domains', old_value: 'mediation;publicity', new_value: 'law' },
    ]);
  });
});

describe('a name of a unit or a domain is nobody’s secret', () => {
  test('a unit’s history shows both names', async () => {
    await ledger.done('unit', 'change', FIRST, '--name', '西博荣嘎查');
    expect(await ledger.json('unit', 'history', FIRST)).toMatchObject([
      { old_value: '西博荣村', new_value: '西博荣嘎查' },
    ]);
  });

  test('two domains do not have the same name', async () => {
    const { code } = await ledger.run(['domain', 'change', 'law', '--name-zh', '民族团结']);
    expect(code).toBe(4);
  });
});
