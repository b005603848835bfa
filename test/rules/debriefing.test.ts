import { expect, test } from 'vitest';
import { unitProblem } from '../../src/reports/debriefing/rules.ts';
import { BANNER, TOWNSHIP, VILLAGE } from '../support/disputes.ts';

test('secretaries of townships and villages are reviewed, the banner’s committee is not its own reviewer', () => {
  expect([unitProblem(TOWNSHIP), unitProblem(VILLAGE)]).toEqual([undefined, undefined]);
  expect(unitProblem(BANNER)?.en).toContain('neither a township nor a village');
});
