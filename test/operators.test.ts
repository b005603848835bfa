import { beforeAll, describe, expect, test } from 'vitest';
import { AREAS } from '../src/program.ts';
import { demoBanner } from './support/banner.ts';
import { run } from './support/run.ts';

/** Every operator is a system user of that name. */
const as = (user: string) => ({ env: { TIAOCHU_OPERATOR: undefined, USER: user } });
const REFUSED = /has no rights in|cannot do this for/;

/** Commands that write, with their examples, which work on the demo; those that read a file have none there. */
const commands = (
  await Promise.all(
    AREAS.map(async area =>
      (
        await area.load()
      ).map(command => ({
        path: area.solo ? area.name : `${area.name} ${command.name}`,
        duty: command.duty ?? area.duty ?? 'administration',
        command,
      })),
    ),
  )
)
  .flat()
  .filter(({ command: { access, params } }) => access === 'write' && !Object.keys(params).includes('file'));

describe('on the demo of a banner', () => {
  const { ledger } = demoBanner();
  const dry = (user: string, example: string) => {
    const argv = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '');
    return run([...argv, '--dry-run', '--yes', '--ledger', ledger], as(user));
  };

  beforeAll(async () => {
    for (const [name, unit, role] of [
      ['admin', '150722', 'admin'],
      ['auditor', '150722', 'auditor'],
      // A village and a township that no example is about.
      ['clerk', '150722205228', 'clerk'],
      ['head', '150722205', 'head'],
    ] as const) {
      const argv = ['operator', 'add', name, '--unit', unit, '--role', role, '--user', name, '--ledger', ledger];
      const { code, stderr } = await run(argv, as('admin'));
      expect(code, stderr).toBe(0);
    }
  });

  test('whoever has nothing to do with a record is refused whatever the command, and an auditor everything', async () => {
    const wrong: string[] = [];
    let tried = 0;
    for (const { path, duty, command } of commands) {
      if (duty === 'own' || path.startsWith('operator ')) continue;
      const able = await dry('admin', command.example);
      if (REFUSED.test(able.stderr)) wrong.push(`admin: ${command.example}: ${able.stderr}`);
      const auditor = await dry('auditor', command.example);
      if (!REFUSED.test(auditor.stderr) || auditor.code !== 4) wrong.push(`auditor: ${command.example}`);
      if (able.code !== 0) continue;
      tried++;
      for (const user of ['clerk', 'head']) {
        const other = await dry(user, command.example);
        if (!REFUSED.test(other.stderr) || other.code !== 4)
          wrong.push(`${user}: ${command.example}: ${other.code} ${other.stdout}${other.stderr}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(100);
  }, 240_000);
});
