import { clock } from '../../appointments/appointment.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { commandOf, lineOf } from './case-line.ts';
import { awaitedReferrals, openAppointments, openInvitations, openSupervisions } from './pending-store.ts';
import type { TodoLine } from './rules.ts';

/** What is pending beside the moves of disputes: appointments, supervisions, referrals, invitations. */
export function pendingLines(db: Db, today: Day, until: Day): TodoLine[] {
  return [
    ...appointmentLines(db, today, until),
    ...supervisionLines(db, today),
    ...referralLines(db, today, until),
    ...openInvitations(db).map(({ code, invited_on, ...listed }) =>
      lineOf(listed, {
        wait: 'invitation',
        what: { zh: `专家 ${code} 于 ${invited_on} 受邀`, en: `expert ${code}, invited on ${invited_on}` },
        command: `${commandOf('answer', listed)} --expert ${code}`,
      }),
    ),
  ];
}

/** On its day an appointment comes first; one that was not kept is overdue. */
function appointmentLines(db: Db, today: Day, until: Day): TodoLine[] {
  return openAppointments(db, until).map(({ on_day, from_minute, place, ...listed }) =>
    lineOf(listed, {
      wait: on_day === today ? 'today' : on_day < today ? 'overdue' : 'appointment',
      what: { zh: `${clock(from_minute)} 在${place}调解`, en: `mediation at ${clock(from_minute)}, ${place}` },
      dueOn: on_day,
      command: commandOf('mediate', listed),
    }),
  );
}

/** A supervision waits for the holder's reply; the unit that supervises sees it, too. */
function supervisionLines(db: Db, today: Day): TodoLine[] {
  return openSupervisions(db).flatMap(({ by, due_on: dueOn, note, ...listed }) => {
    const isLate = dueOn < today;
    const words = { zh: note ? `：${note}` : '', en: note ? `: ${note}` : '' };
    const asked = { zh: `督办反馈${words.zh}`, en: `reply to supervision${words.en}` };
    const awaited = { zh: `等待督办反馈${words.zh}`, en: `reply awaited${words.en}` };
    return [
      lineOf(listed, {
        ...{ wait: isLate ? 'overdue' : 'supervised', what: asked, dueOn },
        command: commandOf('supervision-reply', listed),
      }),
      lineOf(listed, {
        ...{ wait: isLate ? 'overdue' : 'supervising', what: awaited, dueOn, unit: by },
        command: commandOf('show', listed),
      }),
    ];
  });
}

/** What a department is to answer waits for the holder, who enters the answer. */
function referralLines(db: Db, today: Day, until: Day): TodoLine[] {
  return awaitedReferrals(db, until).map(({ code, name, due_on, ...listed }) =>
    lineOf(listed, {
      wait: due_on < today ? 'overdue' : 'due',
      what: { zh: `${name}反馈`, en: `report of ${name}` },
      dueOn: due_on,
      command: `${commandOf('report', listed)} --department ${code}`,
    }),
  );
}
