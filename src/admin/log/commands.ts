import { exportHead } from './export.ts';
import { makeKey } from './key.ts';
import { log } from './list.ts';
import { verifyHead } from './verify.ts';

export const logCommands = [log, exportHead, verifyHead, makeKey];
