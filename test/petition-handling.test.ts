import { afterAll, describe, expect, test } from 'vitest';
import { HEAD, petitionClocks, REPLY } from './support/petition-clocks.ts';

const BANNER = '150722';
const SERVED = ['--kind', 'opinion', '--how', 'in-person'];
const OPINION = ['--outcome', 'upheld', '--opinion', '原答复正确'];
const { ledger, lodged, moved, due } = await petitionClocks();
afterAll(ledger.remove);

describe('the 60 days from an acceptance on 2023-06-01', () => {
  const accepted = async () => {
    const number = await lodged('2023-06-01');
    expect(await moved('accept', number, '2023-06-01')).toBe('done');
    return number;
  };

  test('end on 2023-07-31; an extension of 30 days is taken on that day and ends on 2023-08-30', async () => {
    const number = await accepted();
    expect(await due(number, 'XF_HANDLE_60')).toBe('2023-07-31');
    expect(await moved('extend', number, '2023-07-31', ...HEAD)).toBe('done');
    expect(await due(number, 'XF_HANDLE_60')).toBe('2023-08-30');
    expect(await moved('extend', number, '2023-08-01', ...HEAD)).toMatch(/^4: .*was extended once/);
  });

  test('are not extended on day 61', async () => {
    const number = await accepted();
    expect(await moved('extend', number, '2023-08-01', ...HEAD)).toMatch(/^4: .*ended on 2023-07-31/);
    expect(await moved('conclude', number, '2023-08-01', ...REPLY)).toBe('done');
  });

  test('are extended by fewer days where fewer were approved', async () => {
    const number = await accepted();
    expect(await moved('extend', number, '2023-07-31', '--days', '10', ...HEAD)).toBe('done');
    expect(await due(number, 'XF_HANDLE_60')).toBe('2023-08-10');
  });

  test('run on where the banner takes the petition over', async () => {
    const number = await accepted();
    expect(await moved('notice', number, '2023-06-20', '--kind', 'acceptance', '--how', 'mail')).toBe('done');
    expect(await moved('escalate', number, '2023-06-20', '--direct', '超出镇级职权')).toBe('done');
    expect(await moved('accept', number, '2023-06-21', '--at', BANNER)).toBe('done');
    expect(await due(number, 'XF_HANDLE_60')).toBe('2023-07-31');
    const mine = await ledger.run(['todo', '--unit', BANNER, '--format', 'json'], {
      env: { TIAOCHU_TODAY: '2023-07-30' },
    });
    const line = (JSON.parse(mine.stdout) as { about: string; unit: string; due_on: string }[]).find(
      row => row.about === number,
    );
    expect(line).toMatchObject({ unit: '莫力达瓦达斡尔族自治旗', due_on: '2023-07-31' });
  });
});

describe('a review of a reply that was received on 2023-06-20', () => {
  const answered = async () => {
    const number = await lodged('2023-06-01');
    expect(await moved('accept', number, '2023-06-01')).toBe('done');
    expect(await moved('conclude', number, '2023-06-15', ...REPLY)).toBe('done');
    expect(await moved('notice', number, '2023-06-20', ...SERVED)).toBe('done');
    return number;
  };

  test('is asked for up to day 30, 2023-07-20, and not on day 31', async () => {
    const number = await answered();
    expect(await due(number, 'XF_REVIEW_APPLY_30')).toBe('2023-07-20');
    expect(await moved('review', number, '2023-07-21')).toMatch(/^4: .*had to be requested by 2023-07-20 \(30 days/);
    expect(await moved('review', number, '2023-07-20')).toBe('done');
    expect(await due(number, 'XF_REVIEW_DECIDE_30')).toBe('2023-08-19');
  });

  test('is followed by a re-examination, asked for within 30 days of its own opinion’s arrival', async () => {
    const number = await answered();
    expect(await moved('review', number, '2023-06-30')).toBe('done');
    expect(await moved('review', number, '2023-07-30', ...OPINION)).toBe('done');
    expect(await moved('re-examine', number, '2023-07-31')).toMatch(/^4: .*has not reached the petitioner/);
    expect(await moved('notice', number, '2023-08-01', ...SERVED)).toBe('done');
    expect(await due(number, 'XF_RECHECK_APPLY_30')).toBe('2023-08-31');
    expect(await moved('re-examine', number, '2023-09-01')).toMatch(/^4: .*had to be requested by 2023-08-31/);
    expect(await moved('re-examine', number, '2023-08-31')).toBe('done');
    expect(await due(number, 'XF_RECHECK_DECIDE_30')).toBe('2023-09-30');
  });
});
