import type { Scope } from '../scope.ts';
import { disputeFindings } from './dispute-findings.ts';
import type { Finding } from './finding.ts';
import { visitFindings } from './visit-findings.ts';

/** Everything of a period that is worth a look. */
export function qualityFindings(scope: Scope): Finding[] {
  return [...visitFindings(scope), ...disputeFindings(scope)];
}
