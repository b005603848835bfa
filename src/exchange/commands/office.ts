import { type Command, command } from '../../cli/command.ts';
import { argument, asked, demanded, flag, isSaid, option, picks } from '../../cli/param.ts';
import { LIST } from '../../cli/verbs.ts';
import { misuse, refuseIf } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { column, lines, type Table } from '../../kernel/view.ts';
import { unitNamed } from '../../units/tree.ts';
import { asCard, type Card } from '../card.ts';
import { keyMark, officeKey } from '../office-key.ts';
import { addingProblem, keyProblem, registrarProblem, removalProblem } from '../office-rules.ts';
import { changeOfficeKey, insertOffice, removeOffice } from '../office-store.ts';
import { officeNamed, officesOf, placeOfOffice } from '../own.ts';

const unit = picks('unit', argument('<unit>', { zh: '单位代码', en: 'the unit’s code' }));
const card = option(
  '--card <card>',
  {
    zh: '对方的名片，即对方台账打印的一行',
    en: 'the other office’s card, as bundle card prints it there',
  },
  asCard,
);

/** A card as it looks; nobody has its key. */
const SAMPLE =
  'tiaochu:4qoLH4k2QYrB92U5n7260CB6k3hDTjukhCLnQriUviY:age14958uyqww3rs3c4s04825kjn308f4crfukp0jrwt5z75ggadqs9qdv7zna';

const add = command({
  name: 'office add',
  zh: '单位 新增',
  summary: { zh: '登记一个有自己台账的单位', en: 'register an office that keeps a ledger of its own' },
  example: `bundle office add 150722100 --card ${SAMPLE}`,
  access: 'write',
  duty: 'administration',
  params: {
    unit,
    own: asked(flag('--own', { zh: '本台账就是这个单位的（旗）', en: 'this ledger is that unit’s: the banner' })),
    card: demanded((_, given) => !isSaid(given.own), card),
  },
  run: ({ db, path }, input) => {
    const known = officesOf(db);
    const place = unitNamed(known.tree, input.unit);
    const given = input.own ? ownCard(officeKey(db, path)) : input.card;
    if (!given || (input.own && input.card)) return misuse(ONE_OF);
    refuseIf(addingProblem(known.all, known.tree, { unit: place, card: given, isOwn: input.own }));
    insertOffice(db, { ...given, unit_id: place.unit_id, is_own: input.own ? 1 : 0 });
    return said(place, given, {
      zh: input.own ? `本台账是${place.name}的台账` : `已登记：${place.name}有自己的台账`,
      en: input.own ? `This ledger is that of ${place.name}` : `${place.name} keeps a ledger of its own`,
    });
  },
});

const ONE_OF = {
  zh: '须写明 --card（对方的名片）或 --own（本台账），只写一项',
  en: 'Name either --card, the other office’s card, or --own for this ledger',
};

const ownCard = (key: { readonly public: string; readonly recipient: string }): Card => ({
  public_key: key.public,
  recipient: key.recipient,
});

function said({ code }: { readonly code: string }, { public_key }: Card, text: Text) {
  const mark = keyMark(public_key);
  return {
    view: lines({ unit: code, key_mark: mark }, text, {
      zh: `密钥校验码 ${mark}，请打电话与对方核对`,
      en: `The mark of its key is ${mark}; compare it by telephone`,
    }),
    records: [code],
  };
}

const list = command({
  ...LIST,
  name: 'office list',
  zh: '单位 列表',
  isDefault: false,
  access: 'read',
  summary: { zh: '列出有自己台账的单位', en: 'list the offices that keep ledgers of their own' },
  example: 'bundle office list',
  params: {},
  run: ({ db }) => ({ view: officeTable(officesOf(db)) }),
});

const COLUMNS = [
  column('unit_code', '机构代码', 'Unit code', 'code'),
  column('unit', '单位', 'Unit', 'label'),
  column('key_mark', '密钥校验码', 'Mark of its key', 'code'),
  column('own', '本台账', 'This ledger', 'flag'),
] as const;

function officeTable(offices: ReturnType<typeof officesOf>): Table {
  const rows = offices.all.map(office => {
    const { code, name } = placeOfOffice(offices, office);
    return { unit_code: code, unit: name, key_mark: keyMark(office.public_key), own: office.is_own === 1 };
  });
  return { shape: 'table', columns: COLUMNS, rows, notes: rows.length > 0 ? [] : [ALONE] };
}

const ALONE: Text = {
  zh: '没有其他单位的台账：所有记录都在本台账登记',
  en: 'no other offices: everything is entered in this ledger',
};

const change = command({
  name: 'office change',
  zh: '单位 修改',
  summary: { zh: '换成单位的新名片（换了密钥、电脑）', en: 'take an office’s new card, where it has another key' },
  example: 'bundle office change 150722 --own',
  access: 'write',
  duty: 'administration',
  params: {
    unit,
    card,
    own: flag('--own', { zh: '本台账的新密钥', en: 'the new key of this ledger' }),
  },
  run: ({ db, path }, input) => {
    const known = officesOf(db);
    const office = officeNamed(known, input.unit);
    const given = input.own ? ownCard(officeKey(db, path)) : input.card;
    if (!given || (input.own && input.card)) return misuse(ONE_OF);
    const others = known.all.filter(({ id }) => id !== office.id);
    const same = others.find(({ public_key }) => public_key === given.public_key);
    refuseIf(registrarProblem(known.all, known.tree) ?? keyProblem(same, each => placeOfOffice(known, each).name));
    changeOfficeKey(db, office.id, given);
    const place = placeOfOffice(known, office);
    return said(place, given, { zh: `已换成${place.name}的新名片`, en: `Took the new card of ${place.name}` });
  },
});

const remove = command({
  name: 'office remove',
  zh: '单位 撤销',
  summary: {
    zh: '单位不再有自己的台账，其记录改由上级的台账登记',
    en: 'an office keeps no ledger any more; the one above it writes its records from now on',
  },
  example: 'bundle office remove 150722 --yes',
  access: 'write',
  duty: 'administration',
  confirm: 'always',
  params: { unit },
  run: ({ db }, input) => {
    const known = officesOf(db);
    const office = officeNamed(known, input.unit);
    refuseIf(registrarProblem(known.all, known.tree) ?? removalProblem(known.all, office));
    removeOffice(db, office.id);
    const { code, name } = placeOfOffice(known, office);
    return {
      view: lines(
        { unit: code },
        { zh: `${name}不再有自己的台账`, en: `${name} keeps no ledger of its own any more` },
        {
          zh: '撤销前应已导入其最后一个数据包；此后它的数据包不再接收',
          en: 'Its last bundle should have been imported before: from now on none of it is accepted',
        },
      ),
      records: [code],
    };
  },
});

export const officeCommands: readonly Command[] = [add, list, change, remove];
