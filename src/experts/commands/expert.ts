import { coded } from '../../cases/codes.ts';
import { departmentNames } from '../../centre/store.ts';
import type { Command } from '../../cli/command.ts';
import { choice, option } from '../../cli/param.ts';
import { CATEGORY_TITLE } from '../../disputes/dispute.ts';
import { ANSWERS } from '../../disputes/invitations.ts';
import { allCategories } from '../../disputes/store.ts';
import { column, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { simpleCommands } from '../../register/simple-commands.ts';
import { ENGAGEMENTS, specialtiesOf } from '../expert.ts';
import { expertRecord } from '../records.ts';
import { openInvitationsProblem } from '../rules.ts';
import { invitationsTo } from '../store.ts';
import { suggest } from './suggest.ts';

export const expertCommands: readonly Command[] = [
  ...simpleCommands(expertRecord, {
    sample: 'ZJ001',
    add: '--code ZJ099 --name 鄂晓光 --specialties 01;02 --engagement online',
    change: '--specialties 01;02;06 --reason 新增专长',
    file: 'experts.csv',
    beside: { department_code: { column: column('department', '部门', 'Department'), of: departmentNames } },
    filters: {
      engagement: {
        param: choice(
          '--engagement <way>',
          { zh: '只看一种参与方式', en: 'only this way of taking part' },
          ENGAGEMENTS,
        ),
      },
      specialty: {
        param: option('--specialty <code>', { zh: '只看有这一专长的', en: 'only with this specialty' }),
        passes: (db, wanted) => {
          const { code } = coded(allCategories(db), wanted, CATEGORY_TITLE);
          return row => specialtiesOf(String(row.specialties)).includes(code);
        },
      },
    },
    openWork: (db, { id }, on) => openInvitationsProblem(invitationsTo(db, id), on),
    more: (db, row) => [specialtyTable(db, String(row.specialties)), invitationTable(db, row.id)],
  }),
  suggest,
];

function specialtyTable(db: Db, specialties: string): Table {
  const codes = specialtiesOf(specialties);
  return {
    shape: 'table',
    key: 'specialty_list',
    title: { zh: '专长', en: 'Specialties' },
    columns: [column('code', '代码', 'Code', 'code'), column('category', '纠纷类别', 'Category of disputes')],
    rows: allCategories(db)
      .filter(({ code }) => codes.includes(code))
      .map(({ code, name_zh, name_en }) => ({ code, category: { zh: name_zh, en: name_en } })),
  };
}

function invitationTable(db: Db, id: number): Table {
  return {
    shape: 'table',
    key: 'invitations',
    title: { zh: '受邀参加的纠纷', en: 'Invitations' },
    columns: [
      column('number', '编号', 'Dispute', 'code'),
      column('title', '名称', 'Title'),
      column('invited_on', '邀请日期', 'Invited', 'day'),
      column('answer', '答复', 'Answer', 'word'),
      column('answered_on', '答复日期', 'Answered', 'day'),
    ],
    rows: invitationsTo(db, id).map(({ expert_id: _, status: __, ...row }) => ({
      ...row,
      answer: ANSWERS[row.answer],
    })),
  };
}
