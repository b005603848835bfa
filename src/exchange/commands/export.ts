import { dirname } from 'node:path';
import { type Context, command, type Outcome } from '../../cli/command.ts';
import { flag, option, picks, required } from '../../cli/param.ts';
import { checkWritable, unwritable } from '../../cli/targets.ts';
import { writeFile } from '../../disk/file.ts';
import { discarded } from '../../disk/unfinished.ts';
import { misuse, notFound, refuse } from '../../kernel/failure.ts';
import { counted, type Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { isEncrypted } from '../../ledger/encryption/keys.ts';
import { isKeyOpen, openKeyText } from '../../ledger/evidence/signing.ts';
import { readSetting } from '../../ledger/settings.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { BUNDLE, type Correspondent, type Header, type Numbered } from '../bundle-file.ts';
import { type BundleRow, bundleNumbered, bundlesWith, keepBundle } from '../bundle-store.ts';
import { bundleName, fileName, serialIn } from '../naming.ts';
import { type OfficeKey, officeKey } from '../office-key.ts';
import type { Office } from '../office-store.ts';
import { pickRecords } from '../outgoing.ts';
import { demandOwn, type Offices, officeNamed, officesOf, placeOfOffice, unitKey } from '../own.ts';
import { newRecordFile, type Packed, packed, piecesAfter } from '../record-file-store.ts';
import { sealedFor } from '../sealing.ts';
import { headOf } from '../signed-file.ts';

export const exportCommand = command({
  name: 'export',
  zh: '导出',
  summary: {
    zh: '把对方该有的记录导出为一个签名的数据包，用 U 盘等带去',
    en: 'export what another office is to have as one signed bundle, to be carried on a stick',
  },
  example: 'bundle export --to 150722100',
  access: 'write',
  duty: 'decision',
  bulk: ['edition'],
  makesFile: true,
  params: {
    to: required(picks('unit', option('--to <unit>', { zh: '给哪个单位', en: 'the unit that it is for' }))),
    since: option(
      '--since <bundle>',
      {
        zh: '只带这个数据包以后变动的记录（序号；默认带全部）',
        en: 'only what has changed since this bundle, by its serial (default: everything)',
      },
      text => serialIn(text) ?? misuse(noSerial(text)),
    ),
    encrypt: flag('--encrypt', {
      zh: '只有对方能解开（加密的台账一律如此）',
      en: 'so that only the other office can open it; always so from an encrypted ledger',
    }),
    output: option('--output <file>', {
      zh: '写入的文件（默认以双方代码和序号命名，存在当前文件夹）',
      en: 'the file (default: named after both units and the serial, in this folder)',
    }),
  },
  run: (context, input) => exportTo(context, input),
});

const noSerial = (text: string): Text => ({
  zh: `「${text}」不是数据包的序号，如 3 或 150722-150722100-3`,
  en: `"${text}" is not the serial of a bundle, such as 3 or 150722-150722100-3`,
});

interface Wish {
  readonly to: string;
  readonly since?: number | undefined;
  readonly encrypt?: boolean;
  readonly output?: string | undefined;
}

/** An export: between which offices, and from which bundle on. */
interface Journey {
  readonly offices: Offices;
  readonly own: Office;
  readonly office: Office;
  readonly before: BundleRow | undefined;
  /** Whether only the receiver can open it. */
  readonly isSealed: boolean;
}

async function exportTo(context: Context, { to, since, encrypt = false, output }: Wish): Promise<Outcome> {
  const { db, path, at, dryRun } = context;
  const offices = officesOf(db);
  const own = demandOwn(offices);
  const office = officeNamed(offices, to);
  if (office.id === own.id) refuse(TO_ITSELF);
  const key = officeKey(db, path);
  if (isKeyOpen(path)) context.remark(openKeyText(path));
  const before = since === undefined ? undefined : sentBefore(db, office, since);
  const journey = { offices, own, office, before, isSealed: encrypt || isEncrypted(path) };
  const { load, ...picked } = await loaded(context, journey);
  const header = headerOf(context, journey, key, { ...picked, ...load });
  const { serial, made_at, sha256, seq, records } = header;
  keepBundle(db, 'sent', {
    ...{ unit_id: office.unit_id, serial, made_at, handled_at: at, sha256, seq, since: since ?? null, records },
  });
  const target = output ?? fileName(header);
  if (!dryRun) checkWritable(target);
  return {
    view: exported(header, target),
    records: [bundleName(header)],
    counts: { records },
    afterCommit: () => {
      if (!dryRun) place(target, headOf(BUNDLE, header, key.sign), load.path);
      discarded(load.path);
    },
  };
}

/** Picks the records and packs them into a file beside the ledger. */
async function loaded(context: Context, { own, office, before, isSealed }: Journey) {
  const { db } = context;
  const folder = dirname(context.path);
  const file = newRecordFile(folder, isEncrypted(context.path));
  try {
    const wanted = { unit: office.unit_id, since: before?.seq ?? 0, writer: unitKey(db, own) };
    const receiver = before && unitKey(db, office);
    const { seq } = pickRecords(db, file, { ...wanted, receiver }, ({ title }, done, total) =>
      context.progress({ what: title, done, total }),
    );
    const load = await packed(file.finished(), folder, isSealed ? sealedFor(office.recipient) : pieces => pieces);
    if (load.unpacked > BUNDLE.mostUnpacked) refuse(TOO_LARGE);
    return { load, seq, records: file.count };
  } catch (error) {
    throw unwritable(error, folder);
  } finally {
    file.discard();
  }
}

function headerOf(
  { db, at }: Context,
  { offices, own, office, before, isSealed }: Journey,
  key: OfficeKey,
  { seq, records, bytes, sha256, unpacked }: Omit<Packed, 'path'> & Pick<Header, 'seq' | 'records'>,
): Header {
  const name = (of: Office): Correspondent => ({
    unit: unitKey(db, of),
    name: placeOfOffice(offices, of).name,
    key: of.id === own.id ? key.public : of.public_key,
  });
  return {
    version: db.pragma('user_version', { simple: true }) as number,
    county: readSetting(db, 'county') ?? '',
    from: name(own),
    to: name(office),
    serial: (bundlesWith(db, 'sent', office.unit_id)[0]?.serial ?? 0) + 1,
    made_at: at,
    since: before ? numbered(before) : null,
    seen: numbered(bundlesWith(db, 'received', office.unit_id)[0]),
    ...{ seq, records, encrypted: isSealed, bytes, sha256, unpacked },
  };
}

const numbered = (bundle: Numbered | undefined): Numbered | null =>
  bundle ? { serial: bundle.serial, sha256: bundle.sha256 } : null;

function sentBefore(db: Db, office: Office, serial: number) {
  return (
    bundleNumbered(db, 'sent', office.unit_id, serial) ??
    notFound(
      { zh: '发出的数据包', en: 'bundles that were sent', one: 'bundle that was sent', list: 'bundle status' },
      String(serial),
    )
  );
}

const TO_ITSELF = {
  zh: '不能给本台账自己导出数据包',
  en: 'A ledger exports no bundle for itself',
  hint: { zh: '其他单位：tiaochu bundle office list', en: 'The others: tiaochu bundle office list' },
};

const TOO_LARGE = {
  zh: '数据包展开后超过 4 GB',
  en: 'The bundle would be larger than 4 GB when it is unpacked',
  hint: { zh: '用 --since 只带变动的记录', en: 'Name an earlier bundle with --since' },
};

function place(target: string, head: Buffer, payload: string): void {
  try {
    writeFile(target, piecesAfter(head, payload));
  } catch (error) {
    throw unwritable(error, target);
  }
}

function exported(header: Header, file: string) {
  const { to, serial, records, since, sha256 } = header;
  return lines(
    { file, bundle: bundleName(header), serial, records, since: since?.serial ?? null, sha256 },
    {
      zh: `已导出给${to.name}的第 ${serial} 个数据包：${file}，${records} 条记录`,
      en: `Exported bundle ${serial} for ${to.name}: ${file}, ${counted(records, 'record')}`,
    },
    since
      ? { zh: `只含第 ${since.serial} 个数据包以后的变动`, en: `It has what has changed since bundle ${since.serial}` }
      : { zh: '含对方该有的全部记录', en: 'It has everything that the other office is to have' },
    header.encrypted ? SEALED : OPEN,
  );
}

const SEALED: Text = {
  zh: '已加密，只有对方的台账能解开',
  en: 'It is encrypted: only the other office’s ledger can open it',
};

const OPEN: Text = {
  zh: '其中有未遮盖的个人信息，文件只有本人可读：请勿放在他人能读到的地方，交接后删除；加密用 --encrypt',
  en: 'It holds personal data unmasked and only you can read the file: keep it from others, and delete it once it is handed over; --encrypt encrypts it',
};
