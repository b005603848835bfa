import { userInfo } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { tiaochu } from './support/spawned.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

/** Real processes, since only the system knows its users. */
const done = async (...argv: readonly string[]) => {
  const { code, stderr } = await tiaochu(argv, { ledger: ledger.path, env: { TIAOCHU_OPERATOR: '' } });
  return [code, stderr] as const;
};
const add = (name: string, ...argv: readonly string[]) => done('operator', 'add', name, '--unit', '150722', ...argv);
const LOCKED_OUT = [4, expect.stringContaining('no administrator could work in this ledger any more')];

test.skipIf(process.platform === 'win32')(
  'no slip of the pen locks everybody out of a ledger',
  async () => {
    const passphrase = ledger.write('passphrase', 'birch and larch');
    expect(await add('何春花', '--role', 'admin', '--user', 'nosuchuser')).toEqual(LOCKED_OUT);
    expect(await add('何春花', '--role', 'admin', '--user', 'nosuchuser', '--dry-run')).toEqual(LOCKED_OUT);
    expect(await done('unit', 'change', '150722100', '--name', '尼镇', '--yes')).toEqual([0, expect.any(String)]);
    // Whoever runs this, and another user that every system has.
    const me = userInfo().username;
    expect(await add('何春花', '--role', 'admin', '--user', me)).toEqual([
      0,
      expect.not.stringContaining('no system user'),
    ]);
    // Of others it is only said.
    const clerk = await add('孟志强', '--role', 'clerk', '--user', 'nosuchuser');
    expect(clerk).toEqual([0, expect.stringContaining('This computer has no system user nosuchuser')]);
    expect(await add('敖玉兰', '--role', 'clerk', '--user', 'daemon')).toEqual([0, '']);
    const change = (...argv: readonly string[]) => done('operator', 'change', '何春花', ...argv, '--reason', '更正');
    expect(await change('--user', 'nosuchuser2')).toEqual(LOCKED_OUT);
    expect(await done('operator', 'list')).toEqual([0, '']);
    // Another administrator who cannot come in is no help; a passphrase is.
    expect((await add('杜建国', '--role', 'admin', '--user', 'nosuchuser3'))[0]).toBe(0);
    expect(await done('operator', 'retire', '何春花', '--reason', '调离', '--yes')).toEqual(LOCKED_OUT);
    expect(await change('--role', 'head')).toEqual(LOCKED_OUT);
    const [code, stderr] = await change('--user', 'nosuchuser2', '--passphrase', '--new-passphrase-file', passphrase);
    expect([code, stderr]).toEqual([0, expect.stringContaining('no system user nosuchuser2')]);
  },
  60_000,
);
