import type { Cached } from '../register/check.ts';
import { simpleCached } from '../register/simple-checks.ts';
import { outreachRecord } from './outreach.ts';

export const outreachCached: Cached = simpleCached(outreachRecord);
