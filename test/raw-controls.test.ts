import { expect, test } from 'vitest';
import { smallLedger } from './support/ledger.ts';

const ledger = await smallLedger();
process.once('exit', ledger.remove);
// As an earlier version would have stored it: clear the screen, in seven bits and in eight.
const RAW = '一组\u001b[2J\u009b2J二号';
ledger.direct(db => db.prepare('update household set address = ? where id = 1').run(RAW));

const CONTROLS = /(?!\n)\p{Cc}/u;

test.each(['csv', 'json', 'table', 'markdown'])(
  'no control character reaches a terminal with --format %s',
  async format => {
    const words = ['household', 'list', '--reveal', '核对', '--format', format, '--no-pager'];
    const { code, stdout } = await ledger.run(words, { columns: 300, env: { NO_COLOR: '1' } });
    expect(code).toBe(0);
    expect(stdout).toContain('二号');
    expect(stdout).not.toMatch(CONTROLS);
  },
);

test('a pipe gets the data as they are', async () => {
  expect(await ledger.done('household', 'list', '--reveal', '核对', '--format', 'csv')).toContain(RAW);
});
