import type { Command } from '../../cli/command.ts';
import type { FiguresOn } from '../scoring/sheet.ts';
import { editCommands } from './edit.ts';
import { enter } from './enter.ts';
import { explainCommand } from './explain.ts';
import { freezeCommand } from './freeze.ts';
import { importScheme } from './import.ts';
import { outcome } from './outcome.ts';
import { schemeCommands } from './scheme.ts';
import { verifyCommand } from './verify.ts';

/** The reports compute the figures, which this folder may not import, so they are passed in. */
export function assessmentCommands(source: FiguresOn): Command[] {
  return [
    ...schemeCommands,
    ...editCommands,
    importScheme,
    enter,
    freezeCommand(source),
    verifyCommand(source),
    explainCommand(source),
    outcome,
  ];
}
