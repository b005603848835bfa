import type { Cached } from '../register/check.ts';
import { plainCached } from '../register/plain-checks.ts';
import { outreachRecord } from './outreach.ts';

export const outreachCached: Cached = plainCached(outreachRecord);
