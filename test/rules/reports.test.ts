import { expect, test } from 'vitest';
import { reportCommands } from '../../src/reports/all.ts';

test('a report is loaded alone under either of its names, and all of them where no such report is called', async () => {
  const names = async (verb?: string) => (await reportCommands(verb)).map(({ name }) => name);
  const all = await names();
  expect(all.length).toBeGreaterThan(10);
  expect([await names('coverage'), await names('覆盖')]).toEqual([['coverage'], ['coverage']]);
  expect(await names('coverages')).toEqual(all);
});
