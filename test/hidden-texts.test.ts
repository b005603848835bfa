import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { unzipped } from './support/unzipped.ts';

/** Numbers that no output shows, in texts of any record. */
const NUMBERS = ['13911112222', '8221234', '152122199001011238'];
const SAID = '电话13911112222，座机0470-8221234，身份证152122199001011238';
/** The head of the household and the two parties: hidden where they are concerned. */
const HEAD = '沃晓光';
const PARTIES = ['敖玉兰', '孟秀英'];
const HOUSEHOLD = `${FIRST}010001`;
const ABOUT_HEAD = `${HEAD}说，${SAID}`;
const ABOUT_PARTIES = `${PARTIES.join('和')}说，${SAID}`;
/** Where the head and the parties live. */
const ADDRESS = '幸福巷12号';
const HIDDEN = [...NUMBERS, HEAD, ...PARTIES, ADDRESS];

/** Command lines that enter free texts, in an order in which each is possible; `T` is about the parties of the dispute, `P` about the petitioner, `H` about the head. */
const ENTERED = `
visit add --visited-on 2023-05-03 --household-code ${HOUSEHOLD} --cadre-a ${FIRST}-C01 --cadre-b ${FIRST}-C02 --domains mediation --diary H --place H --family H --difficulties H --requests H --thoughts H --follow-up H
visit add --visited-on 2023-05-03 --household-code ${HOUSEHOLD} --cadre-a ${FIRST}-C01 --cadre-b ${FIRST}-C02 --domains mediation --diary H二 --diary-by ${FIRST}-C02
visit correct 1 --diary H改 --place H改 --reason H
visit correct 1 --entry 2 --diary H二改 --requests H --reason H
visit read 1 --by 敖志强 --post 镇长 --remark H --on 2023-05-05
household change ${HOUSEHOLD} --people 5 --reason H
household change ${HOUSEHOLD} --address ${ADDRESS} --reason H
dispute register --unit ${FIRST} --on 2023-06-01 --grade simple --category 02 --title 敖玉兰院墙纠纷 --facts T --place T --applicant name=敖玉兰,phone=13911112222,id=152122199001011238,address=${ADDRESS} --respondent name=孟秀英,representative=金海山 --visit 1
dispute investigate 1 --on 2023-06-03 --investigator 孟志强 --asked 何春花 --record T --place T
dispute mediate 1 --mediator 何春花 --outcome agreed --record T --on 2023-06-11 --rights-notified 2023-06-11
dispute settle 1 --form oral --content T --on 2023-06-12
dispute perform 1 --extent part --note T --on 2023-06-15
dispute follow-up 1 --satisfaction basically --by 沃建国 --note T --on 2023-06-30
dispute change 1 --facts T改 --reason T
petition lodge --unit ${FIRST} --on 2023-06-01 --petitioner name=敖玉兰,phone=13911112222,id=152122199001011238 --channel visit --kind claim --category 04 --demand P
petition accept 1 --on 2023-06-02
petition confer 1 --on 2023-06-02 --attendees 村书记 --analysis P --decision P
department add --code RSJ --name 旗人社局 --tier banner --on 2023-01-01
petition route 1 --on 2023-06-03 --department RSJ --due 2023-07-03
petition report 1 --on 2023-06-12 --department RSJ --answer P
petition change 1 --demand P改 --reason P
need add --code X1 --household-code ${HOUSEHOLD} --category 住房 --content H --raised-on 2023-05-03 --owner 鄂晓光 --visit 1
need change X1 --content H改 --reason H
need close X1 --result H --feedback 2023-06-20 --reason H
benefit add --code H1 --household-code ${HOUSEHOLD} --programme N --kind told --given-on 2023-05-20
site add --code S1 --kind work_station --unit-code 150722100 --name 尼尔基镇工作站 --founded-on 2023-01-01 --on 2023-01-01
post add --code S1-P1 --site-code S1 --role head --holder 孟志强 --duty-title 镇党委书记 --on 2023-01-01
meeting add --code M-1 --kind half_month --unit-code 150722100 --held-on 2023-05-12 --chair 孟志强 --summary N
meeting item add M-1 --text N --owner 镇水利站 --due 2023-06-30
meeting item done M-1-1 --result N --on 2023-06-20
outreach add --code XC-1 --unit-code ${FIRST} --subject agency --topic N --kind home --held-on 2023-06-20 --people 40 --place N
`;

/** Command lines that read them. */
const READ = `
visit list --diary
visit list --unread
visit show 1
visit history 1
reading list
reading show 1-Y1
household show ${HOUSEHOLD}
household history ${HOUSEHOLD}
dispute list --all
dispute show 1
dispute history 1
dispute why 1
dispute file-check 1
petition list --all
petition show 1
petition history 1
petition why 1
need list
need list --all
need show X1
need history X1
benefit list
benefit show H1
benefit total
meeting list
meeting show M-1
meeting item list
meeting due --from 2023-05-01 --to 2023-12-31
meeting agenda --unit 150722100 --on 2023-06-15
outreach list
outreach show XC-1
todo --unit 150722100
report overdue
report screening --year 2023
report resolution --by tier --year 2023 --explain registered
report petitions --year 2023 --explain lodged
report headline --year 2023 --explain disputes_proactive_settled
report quality --year 2023
report gaps
report allowance --year 2023
log
import list
`;

let ledger: SmallLedger;
const wordsIn = (line: string) =>
  line
    .trim()
    .split(' ')
    .map(word =>
      word
        .replace(/^T/, ABOUT_PARTIES)
        .replace(/^P(?!\d)/, `${PARTIES[0]}说，${SAID}`)
        .replace(/^H(?!\d)/, ABOUT_HEAD)
        .replace(/^N$/, SAID),
    );
const partsIn = (bytes: Buffer) => [...unzipped(bytes).values()].join('');
const linesOf = (text: string) => text.trim().split('\n');

beforeAll(async () => {
  ledger = await smallLedger();
  for (const line of linesOf(ENTERED)) await ledger.done(...wordsIn(line));
}, 60_000);
afterAll(() => ledger.remove());

describe('a text hides names, phones and identity numbers unless they are revealed', () => {
  test.each(linesOf(READ))('%s', async line => {
    for (const format of ['table', 'xlsx', 'docx', 'html', 'csv', 'json', 'markdown']) {
      const { code, stdout, stderr } = await ledger.run([...wordsIn(line), '--format', format]);
      if (code === 2 && format === 'csv') continue;
      expect([0, 5], stderr).toContain(code);
      const isZip = format === 'xlsx' || format === 'docx';
      const text = isZip ? partsIn(Buffer.from(stdout, 'latin1')) : stdout;
      const shown = `${text}\n${stderr}`.replaceAll(/\s|│|<[^>]*>/g, '');
      expect(
        HIDDEN.filter(word => shown.includes(word)),
        `${format}: ${shown}`,
      ).toEqual([]);
    }
  });

  test('in every file of the month’s folder', async () => {
    const folder = `${ledger.folder}/month`;
    await ledger.done('report', 'monthly', '--month', '2023-06', '--output', folder);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.includes('.'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const bytes = readFileSync(join(folder, file));
      const text = /\.(xlsx|docx)$/.test(file) ? partsIn(bytes) : bytes.toString('utf8');
      expect(
        HIDDEN.filter(word => text.includes(word)),
        file,
      ).toEqual([]);
    }
  });

  test('and shows them where they are', async () => {
    const shown = await ledger.done('visit', 'list', '--diary', '--format', 'csv', '--reveal', '核对');
    expect(HIDDEN.slice(0, 4).filter(word => !shown.includes(word))).toEqual([]);
  });

  test('the messages of an import mask the values of personal columns', async () => {
    const file = ledger.write(
      'households.csv',
      `code,unit_code,head_name,phone,address\n${FIRST}010001,${FIRST},孟海山,139111122223,敖家巷 12 号\n${FIRST}010009,999999999999,孟海山,13911112222,\n`,
    );
    const { stderr } = await ledger.run(['household', 'import', file]);
    expect(
      ['孟海山', '139111122223', '13911112222', '敖家巷'].filter(word => stderr.includes(word)),
      stderr,
    ).toEqual([]);
  });
});
