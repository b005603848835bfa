import type { Command } from '../../cli/command.ts';
import type { FiguresOn } from '../scoring/sheet.ts';
import { editCommands } from './edit.ts';
import { enter } from './enter.ts';
import { explainCommand } from './explain.ts';
import { freezeCommands } from './freeze.ts';
import { importScheme } from './import.ts';
import { outcome } from './outcome.ts';
import { schemeCommands } from './scheme.ts';

/** The figures come from reports, which stand above, and are handed in. */
export function assessmentCommands(source: FiguresOn): Command[] {
  return [
    ...schemeCommands,
    ...editCommands,
    importScheme,
    enter,
    ...freezeCommands(source),
    explainCommand(source),
    outcome,
  ];
}
