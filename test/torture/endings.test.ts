import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HAS_TERMINALS, onTerminal } from '../support/pseudo-terminal.ts';
import { seeded } from '../support/seeded.ts';
import { bashIn } from '../support/spawned.ts';
import { ended } from './killed.ts';
import { LONG, tell, times } from './scale.ts';
import { expectWell, faultOf, type Stage, stage, unfinishedIn } from './stage.ts';
import { VICTIMS } from './victims.ts';

let here: Stage;
beforeAll(async () => {
  here = await stage();
}, LONG);
afterAll(() => here?.remove());

test(
  'signals at any moment',
  async context => {
    const next = seeded(7);
    const outcome = { 'ended by the signal': 0, finished: 0 };
    const rounds = times(12, 1);
    for (const victim of VICTIMS.filter(({ name }) => name !== 'demos'))
      for (let n = 0; n < rounds; n++) {
        here.reset();
        await victim.prepare?.(here);
        const signal = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const)[n % 3] ?? 'SIGINT';
        const end = await ended(victim.argv(here), { ledger: here.path, end: { signal, after: 40 + next(400) } });
        const what = `${victim.name} and ${signal}`;
        if (end.signal) outcome['ended by the signal']++;
        else {
          outcome.finished++;
          expect(faultOf(what, { ...end, code: (end.code ?? 0) > 128 ? 0 : end.code })).toBeUndefined();
        }
        // What a signal ends clears up itself, but for a start that was ended before anything was begun.
        expect(unfinishedIn(here.folder), what).toEqual([]);
        await expectWell(here, what);
      }
    tell(context, rounds * (VICTIMS.length - 1), outcome);
  },
  LONG,
);

const PIPED = [
  'household list --limit 0',
  'household list --format json --limit 0',
  'household list --format csv',
  'log --format markdown',
  'report coverage --month 2023-06',
  'dispute show 1',
  'help',
  'check',
];

test(
  'pipes that are closed',
  async context => {
    here.reset();
    const ends = ['| head -c 1', '| head -1', '| true', '>&-', '2>&-', '< /dev/null | tail -c 1', '> /dev/full'];
    const tried = PIPED.flatMap(line => ends.map(end => [line, end] as const)).filter((_, n) => n % times(1, 7) === 0);
    for (const [line, end] of tried) {
      const { status, stderr } = bashIn(here.folder, `tiaochu ${line} ${end}; exit \${PIPESTATUS[0]}`, {
        ledger: here.path,
      });
      expect(faultOf(`${line} ${end}`, { code: status, stderr })).toBeUndefined();
    }
    await expectWell(here, 'after closed pipes');
    tell(context, tried.length, { wrong: 0 });
  },
  LONG,
);

test.runIf(HAS_TERMINALS)(
  'questions that are broken off',
  async context => {
    here.reset();
    const before = here.rows();
    const keys = ['\x03', '\x1b', 'SIGTERM', 'SIGHUP'] as const;
    const forms = [['dispute', 'register'], ['visit', 'add'], ['household', 'add'], ['petition', 'lodge'], ['init']];
    const tries = times(20, 2);
    for (let n = 0; n < tries; n++) {
      const argv = forms[n % forms.length] ?? [];
      const key = keys[n % keys.length] ?? '\x03';
      const ledger = argv[0] === 'init' ? join(here.folder, 'new.db') : here.path;
      const steps = [['?', key], ...(key === '\x1b' ? [['?', '\x03'] as const] : [])] as const;
      const { shown } = await onTerminal(argv, { ledger, steps, afterwards: 'stty -a' });
      expect(shown, argv.join(' ')).toMatch(/ icanon .* echo /s);
      expect(here.rows()).toBe(before);
      expect(readdirSync(here.folder)).not.toContain('new.db');
    }
    tell(context, tries, { 'with nothing written': tries });
  },
  LONG,
);

test(
  'a clock that is set back or ahead',
  async context => {
    here.reset();
    const days = ['2023-12-30', '2020-02-29', '2038-01-19', '1999-12-31', '2023-12-31'];
    const tried = days.flatMap(day =>
      [
        ['dispute', 'list', '--overdue'],
        ['todo', '--unit', '150722100200'],
        ['household', 'change', '150722100200010001', '--people', String(1 + (Number(day.slice(8)) % 9))],
        ['dispute', 'accept', '1'],
        ['backup', join(here.folder, 'copies')],
      ].map(argv => [day, argv] as const),
    );
    for (const [day, argv] of tried) {
      const env = { TIAOCHU_TODAY: day };
      const end = await here.run(argv, { env, now: `${day}T08:00:00.000Z` });
      expect(faultOf(`${argv.join(' ')} on ${day}`, end)).toBeUndefined();
      await expectWell(here, `${argv.join(' ')} on ${day}`);
    }
    tell(context, tried.length, { wrong: 0 });
  },
  LONG,
);
