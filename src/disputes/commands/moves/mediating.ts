import type { Command } from '../../../cli/command.ts';
import { choice, flag, mine, option, picks, required } from '../../../cli/param.ts';
import { asName } from '../../../cli/values.ts';
import { refuseIf } from '../../../kernel/failure.ts';
import { nameOnRoster, rosterDoubts } from '../../../mediators/roster-rules.ts';
import { rosterIn } from '../../../mediators/store.ts';
import { loadTree } from '../../../units/store.ts';
import { GRADES, HELD, OUTCOMES } from '../../dispute.ts';
import { sessionPlace } from '../../session-place.ts';
import { roomTakenProblem } from '../../session-rules.ts';
import { sessionsInRoom, slotIn } from '../../session-store.ts';
import { asHours } from '../../values.ts';
import { moveCommand, names, needed, reason, rights } from './move.ts';

/** Where and when people met, and who wrote it down. */
const session = {
  place: option('--place <text>', { zh: '地点', en: 'where' }),
  hours: option(
    '--hours <from-until>',
    { zh: '起止时间，如 09:00-11:30', en: 'from when to when, like 09:00-11:30' },
    asHours,
  ),
  present: option('--present <text>', { zh: '参加人', en: 'who else was there' }),
  recorder: option('--recorder <name>', { zh: '记录人', en: 'who wrote the record' }, asName),
} as const;

/** Mediating a dispute. */
export const mediatingMoves: readonly Command[] = [
  moveCommand('investigate', {
    summary: { zh: '登记一次调查（调查笔录）', en: 'enter an inquiry and its record' },
    options: '--investigator 郭海山 --asked 何春花 --record 院墙建于十年前',
    params: {
      investigator: required(names('--investigator <name...>', '调查人', 'who asked')),
      asked: required(option('--asked <name>', { zh: '被调查人', en: 'who was asked' }, asName)),
      record: required(option('--record <text>', { zh: '调查记录', en: 'the record' }, asName)),
      ...session,
    },
  }),
  moveCommand('mediate', {
    summary: { zh: '登记一次调解', en: 'enter a mediation session' },
    options: '--mediator 郭海山 --outcome unfinished --record 双方各执一词',
    params: {
      mediator: mine(
        'name',
        required(names('--mediator <name...>', '调解员（第一个是主办）', 'the mediators, the lead first')),
      ),
      outcome: required(choice('--outcome <outcome>', { zh: '结果', en: 'what it came to' }, OUTCOMES)),
      record: required(option('--record <text>', { zh: '调解记录', en: 'the record' }, asName)),
      room: picks(
        'room',
        option('--room <code>', { zh: '在哪间功能室（编号或名称）', en: 'in which room (code or name)' }),
      ),
      window: picks(
        'window',
        option('--window <code>', { zh: '在哪个窗口（编号或名称）', en: 'at which window (code or name)' }),
      ),
      ...session,
      held: choice(
        '--held <open|private>',
        { zh: '公开或不公开', en: 'whether it was held in the open or in private' },
        HELD,
      ),
      refused: flag('--refused', { zh: '有当事人明确拒绝调解', en: 'a party clearly refuses mediation' }),
      rightsNotified: rights,
    },
    doubts: ({ mediator }, { context: { db }, caseFile, on }) => {
      const roster = rosterIn(db, caseFile.holder, loadTree(db, on), on);
      return rosterDoubts(
        roster,
        mediator.map(given => nameOnRoster(roster, given)),
      );
    },
    act: ({ room, window, place, ...said }, { context, caseFile, scene, on }) => {
      const roster = rosterIn(context.db, caseFile.holder, scene.tree, on);
      const mediator = said.mediator.map(given => nameOnRoster(roster, given));
      const held = sessionPlace(context.db, { room, window, place }, { unit: scene.actor, tree: scene.tree, day: on });
      return { ...said, ...held, mediator, refused: said.refused || undefined };
    },
    complete: (act, _, { caseFile, context: { db } }) => {
      const { roomId, hours, on } = act;
      const slot = roomId === undefined ? undefined : slotIn(on, hours);
      if (roomId !== undefined && slot) refuseIf(roomTakenProblem(slot, sessionsInRoom(db, roomId, caseFile.id)));
      return act;
    },
  }),
  moveCommand('regrade', {
    summary: { zh: '调整难易程度', en: 'give it another grade' },
    options: '--grade complex --reason 涉及三个村组',
    params: {
      grade: required(choice('--grade <grade>', { zh: '难易程度', en: 'the grade' }, GRADES)),
      ...needed,
    },
  }),
  moveCommand('sponsor', {
    summary: { zh: '指定包案领导', en: 'name the leader in charge' },
    options: '--leader 孟志强',
    params: { leader: required(option('--leader <name>', { zh: '包案领导', en: 'the leader' }, asName)) },
  }),
  moveCommand('suspend', {
    summary: { zh: '中止调解', en: 'suspend it' },
    options: '--reason 等待鉴定 --appraisal',
    params: {
      appraisal: flag('--appraisal', {
        zh: '因等待鉴定而中止（鉴定时间不计入法院委派的三十日）',
        en: 'it waits for an appraisal, whose time a court’s 30 days do not count',
      }),
      ...needed,
    },
    act: said => ({ ...said, appraisal: said.appraisal || undefined }),
  }),
  moveCommand('resume', {
    summary: { zh: '恢复调解', en: 'resume it' },
    params: { reason },
  }),
  moveCommand('extend', {
    summary: {
      zh: '双方同意后把调解期限延长一个月（法院委派的不再受三十日限制）',
      en: 'extend the mediation by a month, both parties consenting; what a court delegated is then not bound by its 30 days',
    },
    options: '--consented --reason 双方还在商量',
    params: { consented: flag('--consented', { zh: '双方当事人同意', en: 'both parties consent' }), reason },
  }),
];
