import type { Command } from '../../cli/command.ts';
import { cardCommand } from './card.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { officeCommands } from './office.ts';
import { statusCommand } from './status.ts';

export const bundleCommands: readonly Command[] = [
  statusCommand,
  exportCommand,
  importCommand,
  cardCommand,
  ...officeCommands,
];
