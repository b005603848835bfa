import type { Noun } from '../kernel/text.ts';
import { TIERS } from '../units/level.ts';

/** The tiers that have departments. */
export const DEPARTMENT_TIERS = { banner: TIERS.banner, township: TIERS.township } as const;

export type DepartmentTier = keyof typeof DEPARTMENT_TIERS;

export const DEPARTMENT_TITLE: Noun = { zh: '部门', en: 'departments', one: 'department', list: 'department list' };
