import { choice } from '../../cli/param.ts';
import { type Text, type Word, wordList } from '../../kernel/text.ts';
import { column, detail } from '../../kernel/view.ts';
import { periodReport } from '../report.ts';
import { UNIT_COLUMNS, unitCells } from '../scope.ts';
import { EVIDENCE_COLUMNS, type Evidence, evidenceIn, evidenceRow, type Reach, withoutVisitText } from './evidence.ts';

const REACHES: Readonly<Record<Reach, Word>> = wordList({
  complete: { zh: '有走访，日记写到', en: 'visit and diary' },
  without_visit: { zh: '没有关联走访', en: 'no visit' },
  not_named: { zh: '日记没有写到', en: 'diary does not name it' },
});

/** The evidence of screening (排查): each dispute found and settled opens to the visit, the day and the words of the diary. */
export const screening = periodReport({
  summary: {
    zh: '排查台账：主动排查化解的每一件，由哪次走访发现、哪天、民情日记怎么写',
    en: 'evidence of screening: for each dispute found and settled the visit, its day and what its diary says',
  },
  example: 'report screening --from 2023-05-01 --to 2023-12-31 --unit 150722100',
  personal: true,
  title: { zh: '主动排查化解的依据', en: 'Evidence of screening' },
  params: {
    only: choice(
      '--only <evidence>',
      { zh: '只看依据到哪一步的', en: 'only those whose evidence reaches so far' },
      REACHES,
    ),
  },
  rule: {
    zh: '口径：来源为主动排查、在统计期内化解的件次，与 tiaochu report headline 的同一数字；走访是登记时写明的（tiaochu dispute register --visit，以后用 tiaochu dispute change --visit 补记），并入的纠纷所写的走访也算；原句是走访日记中与纠纷名称、情况用词最相同的一句',
    en: 'Counting: settlements in the period of disputes found by proactive screening, the figure of report headline. The visit is the one that was named (dispute register --visit, or later dispute change --visit), or that of a dispute merged into it. The sentence is the one of the visit’s diary that has most words in common with the dispute’s title and facts.',
  },
  figures(scope, { only }, { reveal }) {
    const evidence = evidenceIn(scope, reveal);
    const shown = evidence.filter(({ reach }) => only === undefined || reach === only);
    return {
      columns: [
        column('code', '纠纷编号', 'Dispute', 'code'),
        column('name', '纠纷名称', 'Title'),
        column('settled_on', '化解日期', 'Settled', 'day'),
        ...UNIT_COLUMNS,
        ...EVIDENCE_COLUMNS,
        column('household_code', '走访户编号', 'Household', 'code'),
        detail('evidence', '依据', 'Evidence', 'word'),
      ],
      rows: shown.map(found => ({
        ...evidenceRow(found),
        ...unitCells(scope, found.find.unit),
        household_code: found.find.household_code,
        evidence: REACHES[found.reach],
      })),
      notes: [...withoutVisitText(evidence.map(({ find }) => find)), ...notNamedText(evidence)],
    };
  },
});

/** Visits whose diary does not speak of the quarrel prove less than they seem to. */
function notNamedText(evidence: readonly Evidence[]): Text[] {
  const count = evidence.filter(({ reach }) => reach === 'not_named').length;
  if (count === 0) return [];
  return [
    {
      zh: `另有 ${count} 件次关联了走访，但走访日记没有写到这件纠纷（--only not_named 列出）`,
      en: `In ${count} more the diary of the visit does not name the quarrel (--only not_named lists them)`,
    },
  ];
}
