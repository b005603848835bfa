import { afterAll, describe, expect, test } from 'vitest';
import { FIRST } from './support/ledger.ts';
import { HEAD, petitionClocks, TOWNSHIP } from './support/petition-clocks.ts';

const BANNER = '150722';
const { ledger, lodged, moved, due } = await petitionClocks();
afterAll(ledger.remove);

describe('the notice of an organ', () => {
  const notices = async (number: string) => {
    const rows = await ledger.json<Record<string, string>>('petition', 'why', number);
    return rows.filter(({ rule }) => rule === 'XF_NOTICE_15').map(({ unit, due_on, state }) => [unit, due_on, state]);
  };
  const TELL = ['--how', 'mail'];

  test('is due 15 days after lodging, 2023-06-16 from 2023-06-01; accepting does not meet it', async () => {
    const number = await lodged('2023-06-01');
    expect(await moved('accept', number, '2023-06-10')).toBe('done');
    expect(await notices(number)).toEqual([['尼尔基镇', '2023-06-16', 'overdue']]);
    expect(await moved('notice', number, '2023-06-16', '--kind', 'acceptance', ...TELL)).toBe('done');
    expect(await notices(number)).toEqual([['尼尔基镇', '2023-06-16', 'done']]);
    expect(await moved('notice', number, '2023-06-17', '--kind', 'acceptance', ...TELL)).toMatch(/^4: .*was served on/);
  });

  test('that it declines is owed, too, and late after its day', async () => {
    const number = await lodged('2023-06-01');
    expect(await moved('decline', number, '2023-06-10', '--reason', '不属信访事项')).toBe('done');
    expect(await moved('notice', number, '2023-06-17', ...TELL)).toBe('done');
    expect(await notices(number)).toEqual([['尼尔基镇', '2023-06-16', 'done late']]);
  });

  test('is due from the day on which a village offered it; one of a transfer meets it', async () => {
    const number = await lodged('2023-06-01', FIRST);
    expect(await moved('escalate', number, '2023-06-05', '--direct', '超出村级职权')).toBe('done');
    expect(await moved('accept', number, '2023-06-07')).toBe('done');
    expect(await notices(number)).toEqual([['尼尔基镇', '2023-06-20', 'overdue']]);
    expect(await moved('notice', number, '2023-06-08', '--kind', 'transfer', ...TELL)).toMatch(/^4: .*not transferred/);
    expect(await moved('route', number, '2023-06-08', '--department', 'RSJ')).toBe('done');
    expect(await moved('notice', number, '2023-06-08', '--kind', 'transfer', ...TELL)).toBe('done');
    expect(await notices(number)).toEqual([
      ['尼尔基镇', '2023-06-20', 'done'],
      ['旗人社局', '2023-06-23', 'overdue'],
    ]);
  });

  test('has a number of its issuer and year, without gaps; one that is stepped back stays used', async () => {
    const unit = '150722101';
    const numbers = async (number: string) => {
      const card = JSON.parse(await ledger.done('petition', 'show', number, '--format', 'json'));
      return (card.notices as { number: string }[]).map(notice => notice.number);
    };
    const served = async (on: string) => {
      const number = await lodged(on, unit);
      expect(await moved('accept', number, on)).toBe('done');
      expect(await moved('notice', number, on, '--kind', 'acceptance', ...TELL)).toBe('done');
      return number;
    };
    const first = await served('2023-06-01');
    expect(await numbers(first)).toEqual(['〔2023〕红彦镇信告字第1号']);
    await ledger.done('petition', 'step-back', first, '--reason', '写错日期', '--yes');
    expect(await numbers(first)).toEqual([]);
    expect(await numbers(await served('2023-06-02'))).toEqual(['〔2023〕红彦镇信告字第2号']);
    expect(await numbers(await served('2022-12-31'))).toEqual(['〔2022〕红彦镇信告字第1号']);
  });

  test('of an extension is in the to-do list until it is served', async () => {
    const number = await lodged('2023-06-01');
    expect(await moved('accept', number, '2023-06-01')).toBe('done');
    expect(await moved('notice', number, '2023-06-01', '--kind', 'extension', ...TELL)).toMatch(/^4: .*not extended/);
    expect(await moved('extend', number, '2023-07-20', ...HEAD)).toBe('done');
    const missing = async () => {
      const lines = await ledger.json<Record<string, string>>('todo', '--unit', TOWNSHIP);
      return lines
        .filter(({ about, wait }) => about === number && wait === 'notice to serve')
        .map(({ command }) => command);
    };
    expect(await missing()).toEqual([`tiaochu petition notice ${number} --kind extension`]);
    expect(await moved('notice', number, '2023-07-21', '--kind', 'extension', ...TELL)).toBe('done');
    expect(await missing()).toEqual([]);
  });
});

describe('a village carries a petition, which the law sets no days for', () => {
  test('accepting it starts the office’s own limit and neither the notice nor the 60 days', async () => {
    const number = await lodged('2023-06-01', FIRST);
    expect(await due(number, 'CARRY_ACCEPT_15')).toBe('2023-06-16');
    expect(await moved('accept', number, '2023-06-02')).toBe('done');
    const rows = await ledger.json<Record<string, string>>('petition', 'why', number);
    expect(rows.map(({ rule, citation }) => [rule, citation])).toEqual([
      ['CARRY_ACCEPT_15', 'office practice, not law'],
      ['CARRY_60', 'office practice, not law'],
    ]);
    expect(await moved('extend', number, '2023-06-03', ...HEAD)).toMatch(/^4: .*No time limit is running/);
  });

  test('the township that accepts it has 60 days from then, and the village’s limit is without object', async () => {
    const number = await lodged('2023-06-01', FIRST);
    expect(await moved('accept', number, '2023-06-02')).toBe('done');
    expect(await moved('escalate', number, '2023-06-05', '--direct', '超出村级职权')).toBe('done');
    expect(await due(number, 'XF_OBJECT_5WD')).toBeUndefined();
    expect(await moved('accept', number, '2023-06-06')).toBe('done');
    expect(await due(number, 'XF_HANDLE_60')).toBe('2023-08-05');
    const rows = await ledger.json<Record<string, string>>('petition', 'why', number);
    expect(rows.find(({ rule }) => rule === 'CARRY_60')).toMatchObject({ state: 'without object' });
  });

  test('what is handed down to it stays with the organ that handles it', async () => {
    const number = await lodged('2023-06-01');
    expect(await moved('accept', number, '2023-06-01')).toBe('done');
    expect(await moved('hand-down', number, '2023-06-02', '--to', FIRST, '--due', '2023-07-01')).toBe('done');
    expect(await moved('object', number, '2023-06-03', '--reason', '属镇级职权')).toMatch(
      /^4: .*not handed down to an organ/,
    );
    expect(await moved('accept', number, '2023-06-03')).toBe('done');
    const rows = await ledger.json<Record<string, string>>('petition', 'why', number);
    expect(rows.filter(({ rule }) => ['XF_HANDLE_60', 'HANDDOWN_DUE', 'CARRY_60'].includes(rule ?? ''))).toMatchObject([
      { rule: 'XF_HANDLE_60', unit: '尼尔基镇' },
      { rule: 'HANDDOWN_DUE', unit: '西博荣村' },
    ]);
  });
});

describe('a department that is routed a petition on Wednesday 2023-04-26, over Labour Day', () => {
  const routed = async () => {
    const number = await lodged('2023-04-25', FIRST);
    expect(await moved('accept', number, '2023-04-25')).toBe('done');
    expect(await moved('route', number, '2023-04-26', '--department', 'RSJ')).toBe('done');
    return number;
  };
  const RSJ = ['--department', 'RSJ'];

  test('has 15 days for its notice and 5 working days to object, up to Saturday 2023-05-06', async () => {
    const number = await routed();
    expect(await due(number, 'XF_NOTICE_15')).toBe('2023-05-11');
    expect(await due(number, 'XF_OBJECT_5WD')).toBe('2023-05-06');
    for (const day of ['2023-05-07', '2023-05-08'])
      expect(await moved('object', number, day, ...RSJ, '--reason', '属医保职责')).toMatch(
        /^4: .*had to object to .* by 2023-05-06 \(5 working days/,
      );
    expect(await moved('object', number, '2023-05-06', ...RSJ, '--reason', '属医保职责')).toBe('done');
    expect(await moved('report', number, '2023-05-06', ...RSJ, '--answer', '已补录')).toMatch(/^4: .*has no task/);
    expect(await moved('route', number, '2023-05-06', ...RSJ)).toBe('done');
  });

  test('has 60 days from its acceptance, which can be extended once, and reports', async () => {
    const number = await routed();
    expect(await moved('accept', number, '2023-04-28', ...RSJ)).toBe('done');
    expect(await due(number, 'XF_HANDLE_60')).toBe('2023-06-27');
    expect(await moved('object', number, '2023-04-28', ...RSJ, '--reason', '属医保职责')).toMatch(
      /^4: .*has no task that a department has yet to accept/,
    );
    expect(await moved('extend', number, '2023-06-27', ...HEAD)).toMatch(/^4: .*No time limit is running/);
    expect(await moved('extend', number, '2023-06-27', ...HEAD, ...RSJ)).toBe('done');
    expect(await due(number, 'XF_HANDLE_60')).toBe('2023-07-27');
    expect(await moved('extend', number, '2023-06-27', ...HEAD, ...RSJ)).toMatch(/^4: .*was extended once/);
    expect(await moved('report', number, '2023-07-20', ...RSJ, '--answer', '已补录')).toBe('done');
    const rows = await ledger.json<Record<string, string>>('petition', 'why', number);
    expect(
      rows.filter(({ rule, unit }) => rule === 'XF_HANDLE_60' && unit === '旗人社局').map(row => row.state),
    ).toEqual(['extended', 'done']);
  });

  test('is in the to-do list of the holder, with what to enter', async () => {
    const number = await routed();
    const lines = async (today: string) => {
      const { stdout } = await ledger.run(['todo', '--unit', FIRST, '--format', 'json'], {
        env: { TIAOCHU_TODAY: today },
      });
      return (JSON.parse(stdout) as Record<string, string>[]).filter(row => row.about === number);
    };
    expect(await lines('2023-05-10')).toMatchObject([
      {
        what: '旗人社局: notice of acceptance',
        due_on: '2023-05-11',
        command: `tiaochu petition accept ${number} --department RSJ`,
      },
    ]);
    expect(await moved('accept', number, '2023-05-10', ...RSJ)).toBe('done');
    expect(await lines('2023-07-08')).toContainEqual(
      expect.objectContaining({
        what: '旗人社局: conclude a petition',
        due_on: '2023-07-09',
        command: `tiaochu petition report ${number} --department RSJ`,
      }),
    );
  });
});

describe('an objection to what was handed down on 2023-04-26, over Labour Day', () => {
  const DOWN = ['--to', TOWNSHIP, '--due', '2023-06-30'];
  const offered = async () => {
    const number = await lodged('2023-04-26', BANNER);
    expect(await moved('hand-down', number, '2023-04-26', ...DOWN)).toBe('done');
    return number;
  };

  test('is taken on the 5th working day, Saturday 2023-05-06', async () => {
    const number = await offered();
    expect(await due(number, 'XF_OBJECT_5WD')).toBe('2023-05-06');
    expect(await moved('object', number, '2023-05-06', '--reason', '属人社部门职权')).toBe('done');
  });

  test('is refused the day after and on the 6th working day; then it is taken over, or the holder recalls it', async () => {
    const number = await offered();
    for (const day of ['2023-05-07', '2023-05-08'])
      expect(await moved('object', number, day, '--reason', '属人社部门职权')).toMatch(
        /^4: .*had to be made by 2023-05-06 \(5 working days/,
      );
    expect(await moved('accept', number, '2023-05-08', '--at', TOWNSHIP)).toBe('done');
  });

  test('counts anew for each offer', async () => {
    const number = await offered();
    expect(await moved('recall', number, '2023-04-27')).toBe('done');
    expect(await moved('hand-down', number, '2023-05-08', ...DOWN)).toBe('done');
    expect(await due(number, 'XF_OBJECT_5WD')).toBe('2023-05-15');
    expect(await moved('object', number, '2023-05-15', '--reason', '属人社部门职权')).toBe('done');
  });
});

test('what a department does late is overdue under its name, and watched by the holder', async () => {
  const number = await lodged('2023-09-01', FIRST);
  expect(await moved('accept', number, '2023-09-01')).toBe('done');
  expect(await moved('route', number, '2023-09-02', '--department', 'RSJ')).toBe('done');
  const rows = await ledger.json<Record<string, string>>('report', 'overdue', '--on', '2023-09-30');
  expect(rows.filter(row => row.number === number)).toMatchObject([
    { deadline: '旗人社局: notice of acceptance', unit: '西博荣村', due_on: '2023-09-17' },
  ]);
  expect((await ledger.run(['check'])).code).toBe(0);
});
