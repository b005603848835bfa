import { loadCalendar } from '../../deadlines/store.ts';
import { counted } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import { occupiedOn } from '../../sites/occupancy.ts';
import { dayReport } from '../report.ts';
import { includes, UNIT_COLUMNS } from '../scope.ts';
import {
  citationGapsOn,
  codesInUse,
  committeesOn,
  leaderless,
  mainTasksOn,
  rulesInForce,
  siteFacts,
  stepsBy,
  toldOfAgency,
} from './facts.ts';
import { gapsOn } from './rules.ts';

/** What the office has not set up yet; the ledger itself is sound (that is what `check` looks at). */
export const gaps = dayReport({
  summary: {
    zh: '尚未设立的场所、负责人、功能室、队长，空缺的编制，尚未录入的放假安排、主要任务和村规民约，尚未备案、公布或正在制定的村规，没有宣传过信访代办的村，人数、性别、民族不合规定的调委会，一年以上未核对的时限依据',
    en: 'sites, heads, rooms, team leaders, posts, free days, main tasks and village rules that have not been set up, filed or published; villages never told about the petition agency; mediation committees not composed as the law has it; citations that nobody confirmed for a year',
  },
  example: 'report gaps --unit 150722100',
  title: { zh: '缺项', en: 'Gaps' },
  figures(scope) {
    const { db, tree } = scope;
    const { day } = tree;
    const adopted = { rules: rulesInForce(db, day), steps: stepsBy(db, day) };
    const set = { sites: siteFacts(db, day), ...adopted, committees: committeesOn(db, day) };
    const teams = { leaderless: leaderless(db, day), told: toldOfAgency(db, day) };
    const campaign = { vacancies: occupiedOn(db, day), mainTasks: mainTasksOn(db, day), ...teams };
    const citations = citationGapsOn(db, day);
    const rows = gapsOn({ tree, calendar: loadCalendar(db), citations, ...set, ...campaign, codes: codesInUse(db) })
      .filter(({ unit }) => includes(scope, unit.unit_id))
      .map(({ unit, command, ...gap }) => ({ ...gap, correct_with: command, unit_code: unit.code, unit: unit.name }));
    return {
      columns: [
        column('kind', '种类', 'Kind', 'word'),
        ...UNIT_COLUMNS,
        column('missing', '缺项内容', 'What is missing'),
        column('correct_with', '办理命令', 'Correct with', 'command'),
      ],
      rows,
      notes: [
        rows.length === 0
          ? { zh: '没有缺项', en: 'Nothing is missing' }
          : { zh: `共 ${rows.length} 项`, en: `${counted(rows.length, 'gap')} in all` },
      ],
    };
  },
});
