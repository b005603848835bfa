import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyFolder, type SmallLedger, smallLedger } from './support/ledger.ts';
import { bashIn } from './support/spawned.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

const at = (...names: readonly string[]) => join(ledger.folder, ...names);
const databases = (folder: string) => readdirSync(folder).filter(name => /^ledger-.*\.db$/.test(name));

describe('--keep in a folder that is written in another way', () => {
  test.each(['.', './', './.', 'k/..', 'k', 'k/', 'k/.', './k', './k//', 'k/../k'])('%s', async folder => {
    bashIn(ledger.folder, 'mkdir -p k');
    const day = (n: number) => ({ ledger: ledger.path, env: { TIAOCHU_TODAY: `2024-01-0${n}` } });
    const made: string[] = [];
    for (const n of [1, 2, 3]) {
      const { stdout, stderr, status } = bashIn(
        ledger.folder,
        `tiaochu backup ${folder} --keep 2 --format json`,
        day(n),
      );
      expect([status, stderr]).toEqual([0, '']);
      made.push(JSON.parse(stdout).backup);
    }
    const kept = databases(at(folder));
    expect(kept).toEqual(made.slice(1).map(path => path.split('/').at(-1)));
    const left = bashIn(ledger.folder, `tiaochu backup ${folder} --keep 1`, day(4));
    expect([left.status, databases(at(folder)).length]).toEqual([0, 1]);
  });
});

describe('in a ledger with operators', () => {
  const PASSPHRASE = 'birch and larch';
  const asSystemUser = (USER: string) => ({ env: { TIAOCHU_OPERATOR: undefined, USER } });

  beforeEach(async () => {
    ledger.write('passphrase', PASSPHRASE);
    ledger.write('wrong', 'larch and birch');
    await ledger.done('backup', at('before'));
    const add = (...argv: string[]) => ledger.run(['operator', 'add', ...argv], asSystemUser('chief'));
    expect(await add('何春花', '--unit', '150722', '--role', 'admin', '--user', 'chief')).toMatchObject({ code: 0 });
    await add('杜建国', '--unit', '150722', '--role', 'admin', '--new-passphrase-file', at('passphrase'));
    await add('孟志强', '--unit', '150722100', '--role', 'clerk', '--user', 'clerk');
    await add('备份', '--unit', '150722', '--role', 'auditor', '--user', 'cron');
  });

  const refusals = () =>
    ledger.direct(db =>
      db.prepare("select operator, command, reason from journal where counts like '%refused%'").all(),
    );
  const COMMANDS: readonly (readonly string[])[] = [
    ['backup'],
    ['restore', 'BACKUP', '--yes'],
    ['recover', 'NEW'],
    ['encrypt', '--yes', '--key-file', 'KEY'],
    ['decrypt', '--yes', '--key-file', 'KEY'],
  ];
  const filledIn = (argv: readonly string[]) => {
    const [backup = ''] = databases(at('before'));
    const words: Readonly<Record<string, string>> = {
      BACKUP: at('before', backup),
      NEW: at('new.db'),
      KEY: at('passphrase'),
    };
    return argv.map(word => words[word] ?? word);
  };
  /** Decrypting needs a ledger that is encrypted. */
  const prepared = async (name = '') => {
    if (name !== 'decrypt') return;
    const encrypt = ['encrypt', '--yes', '--key-file', at('passphrase')];
    expect(await ledger.run(encrypt, asSystemUser('chief'))).toMatchObject({ code: 0 });
  };
  const unlocked = (name: string) => (name === 'decrypt' ? { TIAOCHU_KEY_FILE: at('passphrase') } : {});

  test.each(COMMANDS)(
    '%s is refused to whoever has not proven who he is, and the journal keeps it',
    async (...argv) => {
      const [name = ''] = argv;
      await prepared(name);
      const before = readFileSync(ledger.path);
      const words = filledIn(argv);
      const visitor = asSystemUser('visitor');
      for (const more of [
        [],
        ['--as', '何春花'],
        ['--as', '杜建国'],
        ['--as', '杜建国', '--passphrase-file', at('wrong')],
      ]) {
        const { code, stderr } = await ledger.run([...words, ...more], visitor);
        expect([code, stderr]).toEqual([4, expect.stringMatching(/the system user visitor is none|passphrase/)]);
      }
      const named = { env: { TIAOCHU_OPERATOR: '杜建国', USER: 'visitor' } };
      expect(await ledger.run(words, named)).toMatchObject({ code: 4 });
      expect(existsSync(at('new.db'))).toBe(false);
      if (name === 'decrypt') {
        expect(
          await ledger.run(['decrypt', '--yes', '--key-file', at('passphrase')], asSystemUser('chief')),
        ).toMatchObject({
          code: 0,
        });
      } else expect(readFileSync(ledger.path).subarray(0, 16)).toEqual(before.subarray(0, 16));
      expect(refusals()).toHaveLength(5);
      expect(refusals()).toContainEqual({ operator: 'visitor', command: name, reason: 'unknown' });
      expect(refusals()).toContainEqual({ operator: 'visitor', command: name, reason: 'passphrase' });
      expect(readdirSync(ledger.folder).filter(entry => /replaced|\.tmp$/.test(entry))).toEqual([]);
    },
  );

  test.each(COMMANDS.slice(1))('%s is for an administrator, and signed with his name', async (...argv) => {
    const [name = ''] = argv;
    await prepared(name);
    const words = filledIn(argv);
    const clerk = await ledger.run(words, { env: { ...asSystemUser('clerk').env, ...unlocked(name) } });
    expect([clerk.code, clerk.stderr]).toEqual([4, expect.stringContaining('孟志强 is a clerk, who has no rights in')]);
    const as = ['--as', '杜建国', '--passphrase-file', at('passphrase')];
    const done = await ledger.run([...words, ...as], asSystemUser('visitor'));
    expect([done.code, done.stderr]).toEqual([0, '']);
    const made = name === 'recover' ? at('new.db') : ledger.path;
    const last = await ledger.run(['log', '--last', '1', '--format', 'json', '--ledger', made], {
      env: name === 'encrypt' ? { TIAOCHU_KEY_FILE: at('passphrase') } : {},
    });
    expect(JSON.parse(last.stdout)).toMatchObject([{ operator: '杜建国', command: name }]);
  });

  test('whoever may look at everything may back it up, as the system user of a timer without a passphrase', async () => {
    for (const user of ['clerk', 'cron'])
      expect(await ledger.run(['backup'], asSystemUser(user))).toMatchObject({ code: 0 });
    const named = { env: { TIAOCHU_OPERATOR: '备份', USER: 'cron' } };
    expect(await ledger.run(['backup'], named)).toMatchObject({ code: 0 });
    const operators = await ledger.json('log', '--last', '3');
    expect(operators.map(({ operator }) => operator)).toEqual(['备份', '备份', '孟志强']);
  });

  test('where nobody can read who the operators are, the file is restored or saved and that is said', async () => {
    await ledger.run(['backup'], asSystemUser('clerk'));
    const backup = at('backups', databases(at('backups'))[0] ?? '');
    writeFileSync(ledger.path, readFileSync(ledger.path).fill(0, 100, 4096));
    const visitor = { env: { TIAOCHU_OPERATOR: '何春花', USER: 'visitor' } };
    const { code, stdout } = await ledger.run(['restore', backup, '--yes'], visitor);
    expect([code, stdout]).toEqual([0, expect.stringContaining('nobody’s right to do this was checked')]);
    // Nobody signs with a name that he has not proven.
    expect(await ledger.json('log', '--last', '1')).toMatchObject([{ operator: 'visitor', command: 'restore' }]);
  });
});

describe('a backup of another ledger', () => {
  const otherCounty = async (county: string, name: string) => {
    const other = emptyFolder();
    await other.run(['init', '--county', county, '--name', name], { now: '2023-11-01T08:00:00.000Z' });
    await other.done('backup', at('other'));
    other.remove();
    return at('other', databases(at('other'))[0] ?? '');
  };

  test('does not take the place of the ledger unless that is said', async () => {
    const backup = await otherCounty('150723', '鄂伦春自治旗');
    for (const more of [['--yes'], ['--dry-run']]) {
      const { code, stderr } = await ledger.run(['restore', backup, ...more]);
      expect(code).toBe(4);
      expect(stderr).toContain('鄂伦春自治旗 (150723)');
      expect(stderr).toContain('(150722)');
      expect(stderr).toContain('--other-ledger');
    }
    expect((await ledger.json('unit', 'list'))[0]).toMatchObject({ code: '150722' });
    const { code, stdout } = await ledger.run(['restore', backup, '--yes', '--other-ledger']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('is of another ledger')]);
    expect((await ledger.json('unit', 'list'))[0]).toMatchObject({ code: '150723' });
    expect(readdirSync(ledger.folder).filter(name => /\.replaced-\w+$/.test(name))).toHaveLength(1);
  });

  test('of the same county is another one, too', async () => {
    const backup = await otherCounty('150722', '莫力达瓦达斡尔族自治旗');
    const { code, stderr } = await ledger.run(['restore', backup, '--yes']);
    expect([code, stderr]).toEqual([4, expect.stringContaining('begun on 2023-11-01')]);
  });
});
