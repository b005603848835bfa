import { slotOf, USUAL_LENGTH } from '../../../appointments/appointment.ts';
import { bookedProblem } from '../../../appointments/rules.ts';
import { bookedBeside } from '../../../appointments/store.ts';
import { readTime } from '../../../appointments/time.ts';
import type { Scene } from '../../../cases/case.ts';
import type { Command } from '../../../cli/command.ts';
import { asked, demanded, isSaid, mine, option, picks, required } from '../../../cli/param.ts';
import { asCount, asName } from '../../../cli/values.ts';
import type { Day } from '../../../kernel/day.ts';
import { misuse, refuseIf } from '../../../kernel/failure.ts';
import type { Db } from '../../../ledger/sqlite.ts';
import { nameOnRoster, rosterDoubts } from '../../../mediators/roster-rules.ts';
import { rosterIn } from '../../../mediators/store.ts';
import { roomCalled } from '../../../sites/store.ts';
import { loadTree } from '../../../units/store.ts';
import { replacedText } from '../../pending-rules.ts';
import { openRoom, type PlaceWords } from '../../session-place.ts';
import { moveCommand, names, reason } from './move.ts';

/** Agreeing on a time and a place for a mediation. */
export const appointingMoves: readonly Command[] = [
  moveCommand('appoint', {
    summary: {
      zh: '预约调解：时间、地点、调解员；已有预约的改期',
      en: 'appoint a time, place and mediators for a mediation, in place of an earlier appointment',
    },
    options: '--at-time "2024-01-05 09:00" --place 村委会 --mediator 郭海山',
    params: {
      time: required(
        option('--at-time <time>', { zh: '时间，如 "2024-01-05 09:00"', en: 'when, like "2024-01-05 09:00"' }, asTime),
      ),
      minutes: option(
        '--minutes <count>',
        { zh: `多少分钟（默认 ${USUAL_LENGTH}）`, en: `for how many minutes (default ${USUAL_LENGTH})` },
        asCount,
      ),
      place: asked(
        option(
          '--place <place>',
          { zh: '地点，或功能室的编号、名称', en: 'where; a room by its code or name' },
          asName,
        ),
      ),
      room: demanded(
        (_, { place }) => !isSaid(place),
        picks(
          'room',
          option('--room <code>', { zh: '在哪间功能室（编号或名称）', en: 'in which room (code or name)' }),
        ),
      ),
      mediator: mine(
        'name',
        required(names('--mediator <name...>', '调解员（第一个是主办）', 'the mediators, the lead first')),
      ),
      reason,
    },
    doubts: ({ mediator }, { context: { db }, caseFile, on }) => {
      const roster = rosterIn(db, caseFile.holder, loadTree(db, on), on);
      return rosterDoubts(
        roster,
        mediator.map(given => nameOnRoster(roster, given)),
      );
    },
    act: (
      { time: { day, minute: from }, minutes = USUAL_LENGTH, room: wanted, place: said, ...rest },
      { context: { db }, caseFile, scene, on },
    ) => {
      if (minutes === 0 || from + minutes > 24 * 60)
        misuse({ zh: '--minutes 应在当天之内', en: '--minutes must end on the same day' });
      const roster = rosterIn(db, caseFile.holder, scene.tree, on);
      const { id: roomId = null, name: place = said } = roomOf(db, { room: wanted, place: said }, scene, day) ?? {};
      if (place === undefined) misuse({ zh: '请写 --room 或 --place', en: 'Name a room with --room, or a --place' });
      const mediator = rest.mediator.map(given => nameOnRoster(roster, given));
      return { ...rest, day, from, until: from + minutes, place, roomId, mediator };
    },
    complete: (act, _, { caseFile, context: { db }, explain }) => {
      const wanted = { ...slotOf(act), place: act.place, roomId: act.roomId, mediators: act.mediator };
      refuseIf(bookedProblem(wanted, bookedBeside(db, caseFile.id)));
      if (caseFile.appointment) explain(replacedText(caseFile.appointment));
      return act;
    },
  }),
  moveCommand('cancel-appointment', {
    summary: { zh: '取消预约', en: 'cancel the appointment' },
    params: { reason },
  }),
];

/** The room of an appointment: the one that is named, or the one that its place is called by. */
function roomOf(db: Db, { room, place }: PlaceWords, { actor: unit, tree }: Scene, day: Day) {
  if (room !== undefined) return openRoom(db, room, { unit, tree, day });
  return place === undefined ? undefined : roomCalled(db, place, unit.unit_id, day);
}

function asTime(text: string) {
  return (
    readTime(text) ??
    misuse({
      zh: `「${text}」不是日期和时间，例如 "2024-01-05 09:00"`,
      en: `"${text}" is not a day and a time; write it like "2024-01-05 09:00"`,
    })
  );
}
