import { CAMPAIGN } from '../calendar.ts';
import { dataFile, rowsIn } from '../data-file.ts';
import type { Dataset } from '../dataset.ts';
import { divisionsIn } from '../divisions.ts';
import { phrases } from '../phrases.ts';
import { between, pick, randomFrom } from '../random.ts';
import { disputeEntries } from './dispute-entries.ts';
import { type Entry, entry } from './entry.ts';
import { DECIDED, DECIDING_MEETING, decisionOf } from './meetings.ts';
import { petitionEntries } from './petition-entries.ts';

/** What a clerk enters after the files are imported; quarters are frozen last, when everything that counts in them is there. */
export function entriesOf(data: Dataset): Entry[] {
  return [
    ...disputeEntries(data),
    ...petitionEntries(data),
    ...data.needEntries,
    ...data.diaryEntries,
    ...data.kindEntries,
    ...meetingEntries(data),
    ...mainTaskEntries(),
    ...confirmationEntries(),
    ...assessmentEntries(data),
  ];
}

/** What is entered of meetings: reports of the group heads, and what the meetings of June decided, half of it done. */
function meetingEntries({ meetings, guidance, units }: Dataset): Entry[] {
  const quarterly = meetings.filter(meeting => meeting.kind === 'quarter');
  const names = new Map(divisionsIn(units).map(({ code, name }) => [code, name]));
  const decided = meetings.filter(({ kind, held_on }) => kind === 'month' && held_on.startsWith(DECIDED));
  return [
    ...quarterly.flatMap(({ code }) =>
      guidance.map(group =>
        entry(['meeting', 'report', code], { group: group.code, summary: `${group.name}汇报调研指导情况` }),
      ),
    ),
    ...leadingGroupEntries(),
    ...decided.flatMap(({ code, unit_code }, index) => {
      const { text, owner, result } = decisionOf(index);
      const task = { text, owner: `${names.get(unit_code)}${owner}`, due: '2023-08-31' };
      const done = entry(['meeting', 'item', 'done', `${code}-1`], { result, on: '2023-08-25' });
      return [entry(['meeting', 'item', 'add', code], task), ...(index % 2 === 0 ? [done] : [])];
    }),
  ];
}

/** The three main tasks, which the article does not name: their names are the office's to enter. */
function mainTaskEntries(): Entry[] {
  return ['一', '二', '三'].map((numeral, index) =>
    entry(['domain', 'add'], {
      code: `main-${index + 1}`,
      kind: 'main',
      'name-zh': `主要任务${numeral}（待录入）`,
      'name-en': `main task ${index + 1} (to be entered)`,
      on: CAMPAIGN.from,
    }),
  );
}

/** Which citations somebody has compared with the law: not all, one of them more than a year before the demo ends. */
function confirmationEntries(): Entry[] {
  const confirmations = rowsIn<Readonly<Record<'code' | 'on' | 'by' | 'note', string>>>(dataFile('confirmations.csv'));
  return confirmations.map(({ code, ...options }) => entry(['deadline', 'confirm', code], options));
}

/** What the leading group decided in August: a task for each of two offices of the banner, one of them done. */
function leadingGroupEntries(): Entry[] {
  const [wages, pastures] = phrases('leading group decisions');
  const add = (text: string | undefined, owner: string) =>
    entry(['meeting', 'item', 'add', DECIDING_MEETING], { text, owner, due: '2023-12-20' });
  return [
    add(wages, '旗人力资源和社会保障局'),
    add(pastures, '旗林业和草原局'),
    entry(['meeting', 'item', 'done', `${DECIDING_MEETING}-1`], {
      result: '欠薪线索已全部核清，拖欠工资已付清',
      on: '2023-12-15',
    }),
  ];
}

const FROZEN = ['2023-Q2', '2023-Q3'];

/** What is entered of the assessment: the judged points of the frozen quarters before they are frozen, and two outcomes. */
function assessmentEntries({ guidance, 'guidance-units': scopes }: Dataset): Entry[] {
  const assessed = guidance.flatMap(({ code }) => scopes.find(scope => scope.group_code === code)?.unit_code ?? []);
  return [
    ...FROZEN.flatMap(quarter => [
      ...assessed.map(unit => judged(unit, quarter)),
      entry(['assessment', 'freeze'], { quarter, yes: true }),
    ]),
    ...phrases('outcomes of a year').flatMap((text, index) => {
      const unit = assessed[index];
      return unit ? [entry(['assessment', 'outcome'], { unit, year: '2023', text })] : [];
    }),
  ];
}

/** The indicator that people judge. A unit is named by a code of its own, a township's or a community's. */
function judged(unit: string, quarter: string): Entry {
  const random = randomFrom(`judged ${unit} ${quarter}`);
  return entry(['assessment', 'enter'], {
    unit,
    quarter,
    indicator: 'other',
    value: (between(random, 70, 98) / 10).toFixed(1),
    note: pick(random, phrases('judgements')),
  });
}
