import { similar } from '../kernel/similar.ts';
import type { Text } from '../kernel/text.ts';

/** A committee's roster: the unit's name and code, and the mediators in office. */
export interface Roster {
  readonly unit: string;
  readonly unitCode: string;
  readonly mediators: readonly { readonly code: string; readonly name: string }[];
}

/** A mediator is named by the name, or by the code on the roster. */
export function nameOnRoster({ mediators }: Roster, given: string): string {
  return mediators.find(({ code }) => code === given)?.name ?? given;
}

/**
 * What is doubtful about the mediators of a session: names that are not on the committee's roster, with the name that may
 * have been meant. Somebody from elsewhere may mediate, so it is no refusal; a unit without a roster has no doubts.
 */
export function rosterDoubts({ unit, unitCode, mediators }: Roster, given: readonly string[]): Text[] {
  if (mediators.length === 0) return [];
  const names = mediators.map(({ name }) => name);
  return given
    .filter(name => !names.includes(name))
    .map(name => {
      const [meant] = similar(name, names);
      return meant === undefined
        ? {
            zh: `${name} 不在${unit}的调解员名册中（名册用 tiaochu mediator list --unit ${unitCode} 查看）`,
            en: `${name} is not on the roster of ${unit} (tiaochu mediator list --unit ${unitCode})`,
          }
        : {
            zh: `${name} 不在${unit}的调解员名册中，是否应为 ${meant}？`,
            en: `${name} is not on the roster of ${unit}: did you mean ${meant}?`,
          };
    });
}
