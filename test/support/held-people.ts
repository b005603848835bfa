import { readFileSync } from 'node:fs';
import { connect } from '../../src/ledger/sqlite.ts';
import { FIRST } from './ledger.ts';

const HOUSEHOLD = `${FIRST}010001`;

/** What is planted in texts and columns, all of it about persons. */
const NAMES = ['欧阳长河', '司徒望月'];
const PHONES = ['13911112222', '13933334444'];
const IDS = ['152122199001011238'];
const SAID = `欧阳长河说司徒望月住院，电话${PHONES[0]}`;

const LINES = `
visit add --visited-on 2023-05-03 --household-code ${HOUSEHOLD} --cadre-a ${FIRST}-C01 --cadre-b ${FIRST}-C02 --domains mediation --diary T --place T --family T --difficulties T --requests T --thoughts T --follow-up T
visit add --visited-on 2023-06-03 --household-code ${HOUSEHOLD} --cadre-a ${FIRST}-C01 --cadre-b ${FIRST}-C02 --domains mediation --diary T
visit correct 1 --diary T改 --reason T
visit read 1 --by 敖志强 --post 镇长 --remark T --on 2023-05-05
dispute register --unit ${FIRST} --on 2023-06-01 --grade simple --category 02 --title 欧阳长河院墙纠纷 --facts T --place T --applicant name=欧阳长河,phone=${PHONES[0]},id=${IDS[0]},birth=1990,address=一组九号 --respondent name=司徒望月,representative=司徒望月
dispute investigate 1 --on 2023-06-03 --investigator 孟志强 --asked 司徒望月 --record T --place T
dispute mediate 1 --mediator 何春花 --outcome agreed --record T --on 2023-06-11 --rights-notified 2023-06-11
dispute settle 1 --form oral --content T --on 2023-06-12
dispute perform 1 --extent full --note T --on 2023-06-15
dispute follow-up 1 --satisfaction basically --by 沃建国 --note T --on 2023-06-30
dispute change 1 --facts T改 --reason T
dispute party change 1 1 --party phone=${PHONES[1]} --reason T
dispute close 1 --on 2023-07-15 --reason T
dispute register --unit ${FIRST} --on 2023-06-01 --grade simple --category 02 --title 水渠纠纷 --facts 还在办理 --applicant 德力格尔山 --respondent 莫日根河
petition lodge --unit ${FIRST} --on 2023-06-01 --petitioner name=欧阳长河,phone=${PHONES[0]},id=${IDS[0]} --channel visit --kind claim --category 04 --demand T
petition decline 1 --on 2023-06-05 --reason T
need add --code X1 --household-code ${HOUSEHOLD} --category 住房 --content T --raised-on 2023-05-03 --owner 鄂晓光
need change X1 --content T改 --reason T
need close X1 --result T --feedback 2023-06-20 --reason T
`;

/** What is planted: it stands in the ledger's file, or it does not. */
export const PLANTED: readonly string[] = [...NAMES, ...PHONES, ...IDS];

/** Command lines that enter people in every place where they can be; all of it is over by 2024, but for the second dispute. */
export const ENTERED: readonly (readonly string[])[] = LINES.trim()
  .split('\n')
  .map(line => line.split(' ').map(word => word.replace(/^T/, SAID)));

/** What of the planted is in the file of a ledger. */
export function plantedIn({ path }: { readonly path: string }): string[] {
  const db = connect(path);
  db.pragma('wal_checkpoint(truncate)');
  db.close();
  const bytes = readFileSync(path);
  return PLANTED.filter(word => bytes.includes(word));
}
