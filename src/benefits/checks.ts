import type { Cached } from '../register/check.ts';
import { simpleCached } from '../register/simple-checks.ts';
import { benefitRecord } from './benefit-record.ts';

export const benefitCached: Cached = simpleCached(benefitRecord);
