import type { Command } from '../../cli/command.ts';
import { exportCommand } from './export.ts';
import { initCommand } from './init.ts';
import { loadCommand } from './load.ts';
import { removeCommand } from './remove.ts';
import { statusCommand } from './status.ts';

/** The commands of a region; its reports are loaded where one of them is called. */
export async function regionCommands(verb?: string): Promise<readonly Command[]> {
  const own = [statusCommand, initCommand, loadCommand, removeCommand, exportCommand];
  const isReport = verb === undefined || ['report', '报表'].includes(verb);
  const isOther = own.some(({ name, zh }) => verb === name || verb === zh);
  return [...(isReport || !isOther ? await (await import('./report/all.ts')).regionReports() : []), ...own];
}
