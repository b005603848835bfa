import type { Correspondent, Header } from './bundle-file.ts';

interface Named {
  readonly from: Pick<Correspondent, 'unit'>;
  readonly to: Pick<Correspondent, 'unit'>;
  readonly serial: number;
}

/** What a bundle is called: from whom, for whom, and which one it is between the two. */
export function bundleName({ from, to, serial }: Named): string {
  return `${from.unit}-${to.unit}-${serial}`;
}

/** The serial in what somebody types: the number alone, or the name of a bundle or of its file. */
export function serialIn(text: string): number | undefined {
  const digits = /(?:^|-)(\d{1,9})(?:\.bundle)?$/.exec(text.trim())?.[1];
  return digits === undefined || Number(digits) < 1 ? undefined : Number(digits);
}

export const fileName = (header: Pick<Header, 'from' | 'to' | 'serial'>) => `${bundleName(header)}.bundle`;
