import type { OldDispute } from '../../disputes/old-ledger.ts';
import { addDays } from '../../kernel/day.ts';
import { workdayFrom } from '../calendar.ts';
import { BANNER } from '../divisions.ts';
import { randomFrom } from '../random.ts';
import { commandsOf } from './dispute-commands.ts';
import type { People } from './dispute-entries.ts';
import type { Entry } from './entry.ts';
import { mediatorAt, unfinished } from './sessions.ts';

/** A hard dispute of the old ledger that is still being mediated has a session, and an expert is invited. */
export function openDisputeEntries(row: OldDispute, number: string, { posts, experts }: People): Entry[] {
  if (row.status !== 'mediating' || row.grade === 'simple') return [];
  const { mediate, invite, answer } = commandsOf(number);
  const random = randomFrom(`acts ${row.old_number}`);
  const unit = row.grade === 'major' ? BANNER.code : row.unit_code.slice(0, 9);
  const place = row.grade === 'major' ? 'centre' : 'station';
  const able = experts.filter(expert => expert.specialties.split(';').includes(row.category));
  const first = workdayFrom(addDays(row.registered_on, 8), 1);
  const asked = workdayFrom(addDays(first, 3), 1);
  return [
    mediate(first, mediatorAt(posts, unit), 'unfinished', unfinished(random), place, true),
    ...able.slice(0, 1).map(({ code }) => invite(asked, code, '请实地查看并提出意见')),
    // Every second invitation has been answered.
    ...able
      .slice(0, Number(row.old_number.slice(-1)) % 2)
      .map(({ code }) => answer(workdayFrom(addDays(asked, 2), 1), code, 'declined', '近期在外培训')),
  ];
}
