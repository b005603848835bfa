import type { Address } from './address.ts';

/** The password of a database in the text of a password file, whose lines are `server:port:database:user:password`. */
export function passwordIn(text: string, { host, port, database, user }: Address): string | undefined {
  const wanted = [host.startsWith('/') ? 'localhost' : host, port, database, user];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const fields = [...line.matchAll(/((?:\\.|[^:\\])*)(?::|$)/g)].map(([, field = '']) =>
      field.replace(/\\(.)/g, '$1'),
    );
    const password = fields[wanted.length];
    if (password && wanted.every((value, i) => fields[i] === '*' || fields[i] === value)) return password;
  }
  return undefined;
}
