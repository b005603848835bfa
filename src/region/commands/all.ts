import type { Command } from '../../cli/command.ts';
import { exportCommand } from './export.ts';
import { initCommand } from './init.ts';
import { loadCommand } from './load.ts';
import { removeCommand } from './remove.ts';
import { statusCommand } from './status.ts';

export const regionCommands: readonly Command[] = [
  statusCommand,
  initCommand,
  loadCommand,
  removeCommand,
  exportCommand,
];
