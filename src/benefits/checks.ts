import type { Cached } from '../register/check.ts';
import { plainCached } from '../register/plain-checks.ts';
import { benefitRecord } from './benefit-record.ts';

export const benefitCached: Cached = plainCached(benefitRecord);
