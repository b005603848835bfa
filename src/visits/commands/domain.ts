import type { Command } from '../../cli/command.ts';
import { choice } from '../../cli/param.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import { DOMAIN_KINDS } from '../domain.ts';
import { domainRecord } from '../domain-record.ts';
import { lastVisitFor } from '../store.ts';

export const domainCommands: readonly Command[] = simpleCommands(domainRecord, {
  sample: 'law',
  add: '--code fire --name-zh 森林防火 --name-en "forest fire prevention" --on 2023-05-01',
  change: '--name-zh 普法宣传',
  filters: {
    kind: { param: choice('--kind <kind>', { zh: '只看一类', en: 'one kind only' }, DOMAIN_KINDS) },
  },
  openWork: (db, { id, code }, on) => {
    const last = lastVisitFor(db, { id });
    if (last === undefined || last < on) return undefined;
    return { zh: `${last} 的走访还属于 ${code}`, en: `There is a visit for ${code} on ${last}` };
  },
});
