import { caseRecorder } from '../../src/cases/record.ts';
import { DISPUTES } from '../../src/disputes/area.ts';
import { loadDispute } from '../../src/disputes/store.ts';
import type { Db } from '../../src/ledger/sqlite.ts';
import { loadTree } from '../../src/units/store.ts';
import { unitNamed } from '../../src/units/tree.ts';
import { FIRST, type SmallLedger, smallLedger } from './ledger.ts';

/** Four disputes of one village, with what the tests on their edges ask of them. */
export interface EdgeDisputes extends SmallLedger {
  dispute(move: string, ...more: readonly string[]): Promise<string>;
  registered(title: string, day: string, ...more: readonly string[]): Promise<string>;
  mediated(number: string, day: string, place: string): Promise<string>;
  settled(number: string, day: string, ...more: readonly string[]): Promise<string>;
}

export const TOWNSHIP = '150722100';
export const [SETTLED, ESCALATED, LATE, LATE_UP] = [1, 2, 3, 4].map(n => `${FIRST}-2023-${n}`) as [
  string,
  string,
  string,
  string,
];
export const on = (from: string, to = from) => ['--from', from, '--to', to];
export type Figures = Record<string, number>;

/** One is settled on 9 June, reopened on 1 July and settled again on 20 July, one goes up from 12 to 20 May, one is late from 11 June on. */
export async function edgeDisputes(): Promise<EdgeDisputes> {
  const ledger = withMoves(await smallLedger());
  await settledTwice(ledger);
  await escalated(ledger);
  await settledLate(ledger);
  await escalatedLate(ledger);
  return ledger;
}

function withMoves(ledger: SmallLedger): EdgeDisputes {
  const dispute = (move: string, ...more: readonly string[]) => ledger.done('dispute', move, ...more);
  return {
    ...ledger,
    dispute,
    registered: (title, day, ...more) =>
      dispute(
        'register',
        ...['--unit', FIRST, '--grade', 'simple', '--category', '02', '--title', title, '--applicant', '敖玉兰'],
        ...['--source', 'proactive', '--on', day, ...more],
      ),
    mediated: (number, day, place) =>
      dispute(
        'mediate',
        ...[
          number,
          '--on',
          day,
          '--mediator',
          '郭海山',
          '--outcome',
          'unfinished',
          '--record',
          '再谈',
          '--place',
          place,
        ],
      ),
    settled: (number, day, ...more) =>
      dispute(
        'settle',
        ...[number, '--on', day, '--form', 'oral', '--content', '各让一步', '--rights-notified', day, ...more],
      ),
  };
}

async function settledTwice({ dispute, registered, mediated, settled }: EdgeDisputes) {
  await registered('化解的', '2023-05-10', '--people', '2');
  await mediated(SETTLED, '2023-05-15', '村委会');
  await mediated(SETTLED, '2023-05-31', '综治中心');
  await settled(SETTLED, '2023-06-09', '--amount', '100', '--prevented-crime');
  await dispute('reopen', SETTLED, '--on', '2023-07-01', '--reason', '又起争执');
  await mediated(SETTLED, '2023-07-10', '村委会');
  await settled(SETTLED, '2023-07-20', '--amount', '300');
}

async function escalated({ dispute, registered }: EdgeDisputes) {
  await registered('上报的', '2023-05-10');
  await dispute('accept', ESCALATED, '--on', '2023-05-10');
  await dispute('escalate', ESCALATED, '--direct', '情况紧急', '--on', '2023-05-12');
  await dispute('accept', ESCALATED, '--on', '2023-05-20');
}

/** The township lowers the grade of what its village goes on holding, as ledgers of earlier versions have it. */
function lowerGrade(db: Db): void {
  const tree = loadTree(db, '2023-06-06');
  const act = { move: 'regrade', on: '2023-06-06', grade: 'simple', reason: '情况缓和' } as const;
  const scene = { actor: unitNamed(tree, TOWNSHIP), tree, today: '2023-12-31' };
  const stamp = { at: '2023-06-06T08:00:00.000Z', operator: 'tester', on: '2023-06-06' };
  caseRecorder(DISPUTES, db, tree).act(loadDispute(db, LATE), act, scene, stamp);
}

async function settledLate(ledger: EdgeDisputes) {
  const { dispute, registered, mediated, settled } = ledger;
  await registered('逾期的', '2023-05-10');
  await dispute('accept', LATE, '--on', '2023-05-10');
  await dispute('regrade', LATE, '--grade', 'complex', '--reason', '涉及面扩大', '--on', '2023-05-25');
  const { code, stderr } = await ledger.run(['dispute', 'change', LATE, '--category', '03'], {
    env: { TIAOCHU_TODAY: '2023-05-26' },
  });
  if (code !== 0) throw new Error(stderr);
  await mediated(LATE, '2023-06-05', '村委会');
  ledger.direct(lowerGrade);
  await settled(LATE, '2023-06-20');
}

async function escalatedLate({ dispute, registered }: EdgeDisputes) {
  await registered('逾期后上报的', '2023-09-01');
  await dispute('accept', LATE_UP, '--on', '2023-09-01');
  await dispute('escalate', LATE_UP, '--direct', '情况紧急', '--on', '2023-10-08');
  await dispute('accept', LATE_UP, '--on', '2023-10-10');
}
