import type { Command } from '../../cli/command.ts';
import { initCommand } from './init.ts';
import { statusCommand } from './status.ts';

export const regionCommands: readonly Command[] = [statusCommand, initCommand];
