import { dirname } from 'node:path';
import { type Context, command, type Outcome } from '../../cli/command.ts';
import { argument, option, optionList } from '../../cli/param.ts';
import { Failure, refuse, refuseIf } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Table } from '../../kernel/view.ts';
import { isEncrypted } from '../../ledger/encryption/keys.ts';
import { wipeFreePages } from '../../ledger/erasure.ts';
import { readSetting } from '../../ledger/settings.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { type Header, openedBundle } from '../bundle-file.ts';
import { bundleNumbered, keepBundle, keepSeen } from '../bundle-store.ts';
import { CATALOG } from '../catalog.ts';
import { conflictFailure } from '../conflicts.ts';
import { followRecords } from '../derived-store.ts';
import { type Taken, takeRecords, writtenIn } from '../incoming.ts';
import { keysIn } from '../key-store.ts';
import { bundleName } from '../naming.ts';
import { isBlank } from '../new-ledger-store.ts';
import { keyMark, officeKey } from '../office-key.ts';
import { ownOffice } from '../office-store.ts';
import { officesOf, unitKey } from '../own.ts';
import { checkComplete } from '../references.ts';
import { recordsIn } from '../unpacking.ts';
import { distrust, firstTrust, gap, misdirected, type Receiver, usedBefore } from '../welcome-rules.ts';

const RECORD: Text = {
  zh: '记录，写成「户 150722100200010001」或冲突清单中的写法，可写几次',
  en: 'a record as the list of conflicts names it, such as "household 150722100200010001"; may be given several times',
};

export const importCommand = command({
  name: 'import',
  zh: '导入',
  summary: {
    zh: '导入其他单位的数据包：先核对签名和完整，再逐条比对；有冲突则不写入',
    en: 'import another office’s bundle: signature and length first, then record by record; a conflict refuses all of it',
  },
  example: 'bundle import 150722-150722100-1.bundle',
  access: 'write',
  duty: 'decision',
  bulk: ['household', 'visit', 'assignment', 'edition', 'event', 'cadre', 'pair'],
  params: {
    file: argument('<file>', { zh: '数据包', en: 'the bundle' }),
    trust: option('--trust <mark>', {
      zh: '第一次导入时：已打电话核对过的密钥校验码',
      en: 'for the first bundle: the mark of the sender’s key, once it was compared by telephone',
    }),
    leaveOut: optionList('--leave-out <record>', { zh: `略过的${RECORD.zh}`, en: `leave out ${RECORD.en}` }, text =>
      text.trim(),
    ),
    takeBundle: optionList(
      '--take-bundle <record>',
      { zh: `以数据包为准的${RECORD.zh}`, en: `take the bundle’s version of ${RECORD.en}` },
      text => text.trim(),
    ),
  },
  doubts: (context, { file, trust }) => {
    if (trust !== undefined) return [];
    const { header } = openBundle(context, file);
    const receiver = receiverOf(context, header);
    return receiver.sender === undefined && !receiver.knowsOffices ? [firstTrust(header)] : [];
  },
  run: (context, input) => importFrom(context, input as Wish),
});

interface Wish {
  readonly file: string;
  readonly trust?: string | undefined;
  readonly leaveOut?: readonly string[] | undefined;
  readonly takeBundle?: readonly string[] | undefined;
  readonly yes?: boolean;
}

function openBundle(context: Context, file: string) {
  const source = context.source(file);
  return openedBundle(Buffer.from(source.bytes()), source.name);
}

function receiverOf({ db, path }: Context, { from }: Header): Receiver {
  const offices = officesOf(db);
  const unit = keysIn(db).idOf('unit', from.unit);
  return {
    version: db.pragma('user_version', { simple: true }) as number,
    county: readSetting(db, 'county') ?? '',
    key: officeKey(db, path).public,
    unit: offices.own && unitKey(db, offices.own),
    sender: offices.all.find(({ unit_id }) => unit_id === unit)?.public_key,
    knowsOffices: offices.all.length > 0,
    isNew: isBlank(db),
  };
}

async function importFrom(context: Context, wish: Wish): Promise<Outcome> {
  const { db, path, at } = context;
  const { header, payload } = openBundle(context, wish.file);
  const receiver = receiverOf(context, header);
  refuseIf(misdirected(header, receiver) ?? distrust(header, receiver, trusted(context, header, receiver, wish)));
  refuseIf(usedBefore(receiver));
  const unit = () => keysIn(db).idOf('unit', header.from.unit);
  const missing = gap(header, (serial, sha256) => {
    const sender = unit();
    return sender !== undefined && bundleNumbered(db, 'received', Number(sender), serial)?.sha256 === sha256;
  });
  if (missing) throw new Failure('rejected', missing, missing.hint);
  const key = officeKey(db, path);
  const { db: records, discard } = await recordsIn({
    ...{ header, payload, identity: key.identity, folder: dirname(path), isSecret: isEncrypted(path) },
  });
  try {
    if (!records) throw new Failure('rejected', NO_RECORDS);
    const taken = takeAll(context, records, wish, receiver);
    ownOffice(db, header.to.key);
    const sender = Number(unit() ?? refuse(senderless(header)));
    const { serial, made_at, sha256, seq, since, seen } = header;
    const kept = { unit_id: sender, serial, made_at, handled_at: at, sha256, seq, since: since?.serial ?? null };
    keepBundle(db, 'received', { ...kept, records: header.records });
    if (seen) keepSeen(db, sender, seen, made_at);
    checkComplete(db, header);
    return {
      view: takenTable(taken, header, context.dryRun),
      records: [bundleName(header)],
      counts: { records: header.records, written: writtenIn(taken) },
      ...(taken.isPurging && !context.dryRun ? { afterCommit: () => wipeFreePages(db) } : {}),
    };
  } finally {
    discard();
  }
}

/** Who sits at a terminal was asked about the key before anything was locked. */
function trusted(context: Context, header: Header, receiver: Receiver, { trust, yes }: Wish): string | undefined {
  if (trust !== undefined || context.prompter === undefined || yes || context.dryRun) return trust;
  return receiver.knowsOffices ? undefined : keyMark(header.from.key);
}

const NO_RECORDS: Text = {
  zh: '数据包中没有可读的记录，未写入任何数据',
  en: 'There are no readable records in the bundle; nothing was written',
};

const senderless = ({ from }: Header) => ({
  zh: `数据包中没有其发出单位${from.name}`,
  en: `The bundle does not have the unit that it is from, ${from.name}`,
});

function takeAll(
  context: Context,
  records: Db,
  { leaveOut, takeBundle }: Wish,
  { isNew, knowsOffices }: Receiver,
): Taken {
  const { db } = context;
  const taking = {
    leftOut: new Set(leaveOut ?? []),
    preferred: new Set(takeBundle ?? []),
    isNew: isNew && !knowsOffices,
  };
  const taken = takeRecords(db, records, taking, ({ title }, done, total) =>
    context.progress({ what: title, done, total }),
  );
  if (taken.conflicts.length > 0) throw conflictFailure(taken.conflicts);
  followRecords(db, taken);
  return taken;
}

const COLUMNS = [
  column('records', '内容', 'Records', 'label'),
  column('new', '新增', 'New', 'integer'),
  column('changed', '变动', 'Changed', 'integer'),
  column('removed', '删除', 'Removed', 'integer'),
  column('same', '已有', 'Already here', 'integer'),
  column('outdated', '较旧', 'Outdated', 'integer'),
  column('left_out', '略过', 'Left out', 'integer'),
] as const;

function takenTable(taken: Taken, header: Header, isDryRun: boolean): Table {
  const rows = CATALOG.flatMap(({ noun, title }) => {
    const of = taken.counts.get(noun);
    if (!of) return [];
    const { changed = 0, removed = 0, same = 0, outdated = 0 } = of;
    return [{ records: title, new: of.new ?? 0, changed, removed, same, outdated, left_out: of['left-out'] ?? 0 }];
  });
  const written = writtenIn(taken);
  const bundle = `${bundleName(header)}: ${header.records} records`;
  return {
    shape: 'table',
    columns: COLUMNS,
    rows,
    notes: [
      {
        zh: `${bundleName(header)}：${header.records} 条记录，${isDryRun ? '将写入' : '写入'} ${written} 条`,
        en: isDryRun ? `${bundle}, ${written} would be written` : `${bundle}, ${written} written`,
      },
    ],
  };
}
