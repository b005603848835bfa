import { atParam, numberArgument } from '../../cases/move-command.ts';
import { checkActor } from '../../cases/offer.ts';
import { command } from '../../cli/command.ts';
import { asked, choice, demanded, isSaid, option } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asActDay, asCount, asName } from '../../cli/values.ts';
import { misuse, refuse } from '../../kernel/failure.ts';
import { onlyGiven } from '../../kernel/only-given.ts';
import { lines } from '../../kernel/view.ts';
import { changesBetween, recordChanges } from '../../ledger/events.ts';
import { loadTree } from '../../units/store.ts';
import { unitNamed } from '../../units/tree.ts';
import { DISPUTES } from '../area.ts';
import { RETENTIONS } from '../file-rules.ts';
import { disputeWithFile, lackingIn } from '../file-store.ts';
import { lackingText } from '../file-text.ts';
import { disputeRow, loadDispute, updateDispute } from '../store.ts';

export const file = command({
  name: 'file',
  zh: '立卷',
  summary: {
    zh: '登记卷宗：卷号、存放位置、保管期限、页数、立卷人和日期',
    en: 'enter the case file: its number, place, how long it is kept, pages, who made it up and when',
  },
  example: 'dispute file 150722100200-2023-1 --number 2023-001 --shelf 一柜二层 --retention long --by 沃建国',
  access: 'write',
  params: {
    number: numberArgument(DISPUTES),
    file_number: asked(option('--number <text>', { zh: '卷号', en: 'the number of the file' }, asName)),
    shelf: asked(option('--shelf <text>', { zh: '存放位置', en: 'where it is kept' }, asName)),
    retention: demanded(
      (_, { file_number, shelf, pages, filed_by, filed_on }) =>
        ![file_number, shelf, pages, filed_by, filed_on].some(isSaid),
      choice('--retention <class>', { zh: '保管期限', en: 'how long it is kept' }, RETENTIONS),
    ),
    pages: option('--pages <count>', { zh: '页数', en: 'how many pages it has' }, asCount),
    filed_by: option('--by <name>', { zh: '立卷人', en: 'who made it up' }, asName),
    filed_on: option('--on <day>', { zh: '立卷日期', en: 'the day on which it was made up' }, asActDay),
    at: atParam(DISPUTES, 'change'),
    reason: reasonParam,
  },
  run: ({ db, today, stamp }, { number: text, at, reason, ...given }) => {
    const dispute = loadDispute(db, text);
    const tree = loadTree(db, today);
    checkActor(dispute, 'change', at === undefined ? undefined : unitNamed(tree, at), tree);
    const { file_number, shelf, retention, pages, filed_by, filed_on } = given;
    const wanted = { file_number, shelf, retention, pages, filed_by, filed_on };
    const set = onlyGiven(wanted);
    if (Object.keys(set).length === 0)
      misuse(
        { zh: '没有写明卷宗的任何一项', en: 'Nothing about the file was named' },
        {
          zh: '用 --number、--shelf、--retention 等写明',
          en: 'Add --number, --shelf, --retention and so on',
        },
      );
    checkFile({ filed_on, today, pages });
    const other = file_number === undefined ? undefined : disputeWithFile(db, dispute, file_number);
    if (other !== undefined)
      refuse(
        { zh: `卷号「${file_number}」已是 ${other} 的`, en: `The file number "${file_number}" is that of ${other}` },
        { zh: '请用 --number 写另一个卷号', en: 'Give another with --number' },
      );
    const { id, number } = dispute;
    const changes = changesBetween(disputeRow(db, id), set);
    if (changes.length > 0) updateDispute(db, id, set);
    recordChanges(db, 'dispute', id, changes, stamp(undefined, reason));
    return {
      view: lines(
        { dispute: number, changed: changes.length },
        { zh: `已登记 ${number} 的卷宗`, en: `Entered the file of ${number}` },
        lackingText(number, lackingIn(db, dispute)),
      ),
      records: [number],
      counts: { changed: changes.length },
    };
  },
});

interface Cover {
  readonly filed_on: string | undefined;
  readonly today: string;
  readonly pages: number | undefined;
}

function checkFile({ filed_on, today, pages }: Cover): void {
  if (filed_on !== undefined && filed_on > today)
    refuse(
      {
        zh: `立卷日期 ${filed_on} 在今天（${today}）之后`,
        en: `The file is dated ${filed_on}, after today (${today})`,
      },
      { zh: '请核对 --on', en: 'Check --on' },
    );
  if (pages === 0) misuse({ zh: '页数至少为 1', en: 'A file has at least one page' });
}
