import { addDepartment, smallLedger } from './ledger.ts';

export const TOWNSHIP = '150722100';
export const HEAD = ['--approver', '孟志强', '--reason', '情况复杂'];
export const REPLY = ['--outcome', 'support', '--reply', '已补缴'];

/** A ledger in which petitions are lodged and moved day by day, and their last days are looked at. */
export async function petitionClocks() {
  const ledger = await smallLedger();
  await ledger.done(...addDepartment('2023-01-01'));

  /** A petition at the township, or another unit, lodged on a day. */
  async function lodged(on: string, unit = TOWNSHIP): Promise<string> {
    const who = ['--petitioner', 'name=敖玉兰', '--channel', 'visit', '--kind', 'claim', '--category', '04'];
    const words = ['--unit', unit, '--on', on, ...who, '--demand', '养老保险补缴', '--format', 'json'];
    return (JSON.parse(await ledger.done('petition', 'lodge', ...words)) as { petition: string }).petition;
  }

  /** Carries out a move on a day: its exit code, and what it complained about. */
  async function moved(move: string, number: string, on: string, ...words: string[]) {
    const { code, stderr } = await ledger.run(['petition', move, number, '--on', on, ...words]);
    return code === 0 ? 'done' : `${code}: ${stderr.split('\n')[0]}`;
  }

  /** The last day of the latest deadline of a kind. */
  async function due(number: string, rule: string): Promise<unknown> {
    const rows = await ledger.json<{ rule: string; due_on: string }>('petition', 'why', number);
    return rows.findLast(row => row.rule === rule)?.due_on;
  }

  return { ledger, lodged, moved, due };
}
