import { expect, test } from 'vitest';
import { columnNameRecord } from '../../src/register/column-name-record.ts';

const { name } = columnNameRecord.sheet;

test('a name in files is kept without the marks of headers', () => {
  expect(name.read('*走访情况')).toBe('走访情况');
});

test.each(['*', '**', ' * '])('%j alone is no name', text => {
  expect(() => name.read(text)).toThrow();
});
