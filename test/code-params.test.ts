import { describe, expect, test } from 'vitest';
import type { Command } from '../src/cli/command.ts';
import type { Param } from '../src/cli/param.ts';
import type { Picked } from '../src/cli/picking.ts';
import { AREAS } from '../src/program.ts';

/** Kinds whose commands look up names themselves, in the unit or on the day that they are about. */
const LOOKED_UP: ReadonlySet<Picked> = new Set([
  'unit',
  'department',
  'category',
  'petition_category',
  'domain',
  'room',
  'window',
  'household_kind',
]);

/** Placeholders that stand for a code or a number. */
const CODE = /<(code|unit|number|household|import|meeting|item|scheme|indicator|visit|id)(\.\.\.)?>/;

/** Codes that no name leads to, each with the reason; by area, or by command and parameter. */
const CODES_ONLY: Readonly<Record<string, string>> = {
  'privacy purge --case <number>': 'a case of either kind, which its number tells',
  init: 'the banner is not in the ledger yet',
  import: 'a file may be imported more than once: only the number says which time',
  visit: 'a visit has a number only',
  'reading list --visit <visit>': 'a visit has a number only',
  'dispute register --visit <id>': 'a visit has a number only',
  'dispute change --visit <id>': 'a visit has a number only',
  reading: 'a reading has a number only',
  'dispute register --source <code>': 'the command looks up the name itself',
  'dispute change --source <code>': 'the command looks up the name itself',
  'expert list --specialty <code>': 'the command looks up the name itself',
  'petition lodge --external <number>': 'the number of another system',
  'petition change --external <number>': 'the number of another system',
  meeting: 'a meeting has a code only; many have the same topic',
  post: 'one person may hold several posts, and several one title',
  establishment: 'a site may have the same title more than once',
  stationing: 'a department may be stationed at several windows',
  service: 'a service has a number only',
  'allowance-rate': 'rates are of a grade and a time',
  'guidance-unit': 'a group guides several units, and a unit may have several groups',
  'guidance-visit': 'a visit has a code only',
  'guidance-problem': 'a problem has a code only',
  need: 'a need has a number only',
  benefit: 'a benefit has a number only',
  'village-rule': 'a village has several editions of its rules',
  'village-rule-step': 'a step has a code only',
  outreach: 'an event has a code only',
  receipt: 'a receipt has a code only',
  assessment: 'a scheme and its indicators are named by code, since names change with the editions',
  deadline: 'rules of law are cited by code, since several have the same short name',
  'column-name': 'the code is a name itself',
  region: 'there is no ledger in which a county could be looked up',
};

describe('a code on the command line', async () => {
  const commands: [string, Command][] = [];
  for (const area of AREAS)
    for (const command of await area.load())
      commands.push([area.solo ? area.name : `${area.name} ${command.name}`, command]);
  const coded = commands.flatMap(([path, { params }]) =>
    Object.values(params)
      .filter(({ term, kind, choices }) => kind !== 'flag' && !choices && CODE.test(term) && term !== '--day <number>')
      .map((param): [string, Param<unknown>] => [path, param]),
  );
  const takesNames = ({ meaning, picks }: Param<unknown>) =>
    meaning !== undefined || (picks !== undefined && LOOKED_UP.has(picks));

  test('may be a name, or there is a reason why not', () => {
    const left = coded.filter(([, param]) => !takesNames(param)).map(([path, { term }]) => `${path} ${term}`);
    expect(left.filter(line => !CODES_ONLY[line] && !CODES_ONLY[line.split(' ')[0] ?? ''])).toEqual([]);
  });

  test('has no reason that is not needed', () => {
    const left = coded.filter(([, param]) => !takesNames(param)).map(([path, { term }]) => `${path} ${term}`);
    const unused = Object.keys(CODES_ONLY).filter(
      key => !left.some(line => line === key || line.startsWith(`${key} `)),
    );
    expect(unused).toEqual([]);
  });

  test('is searched for while it is typed where it is missing and names something', () => {
    const required = coded.filter(([, { always }]) => always).filter(([, param]) => takesNames(param));
    expect(required.filter(([, { picks }]) => !picks).map(([path, { term }]) => `${path} ${term}`)).toEqual([]);
  });
});
