import { command, type Outcome } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { argument } from '../../cli/param.ts';
import { misuse } from '../../kernel/failure.ts';
import { counted, type Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { timeIn, type Zone } from '../../kernel/zone.ts';
import { hashOfEntry, headOf } from '../../ledger/evidence/head.ts';
import { ledgerKeys } from '../../ledger/evidence/ledger-keys.ts';
import { isSignedWith } from '../../ledger/evidence/signing.ts';
import { brokenChain } from '../../ledger/evidence/verify-chain.ts';
import { readSetting } from '../../ledger/settings.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { readHead, type SignedHead, signedText } from './signed-head.ts';

export const verifyHead = command({
  name: 'verify',
  zh: '核验',
  summary: {
    zh: '用另行保存的校验值核验日志有无改动（不符时退出码为 5）',
    en: 'compare the journal with a hash that log export wrote (exit 5 if they differ)',
  },
  example: 'log verify head.json',
  access: 'read',
  params: {
    file: argument('<file>', { zh: '导出的校验值文件', en: 'the file that log export wrote' }),
  },
  run: ({ db, source, zone }, { file }) => {
    const { name, bytes } = source(file);
    const head = readHead(Buffer.from(bytes()).toString('utf8'));
    return head ? outcomeOf(db, head, zone) : notAHead(name);
  },
});

function outcomeOf(db: Db, head: SignedHead, zone: Zone): Outcome {
  const problem = problemOf(db, head);
  const since = (headOf(db)?.entry ?? 0) - head.entry;
  const { entry, at, hash } = head;
  const data = {
    entry,
    at,
    hash,
    signed: head.signature !== null,
    agrees: problem === undefined,
    entries_since: since,
  };
  if (problem) return { view: lines(data, problem.is, problem.next), exit: EXIT.rejected };
  return {
    view: lines(
      data,
      {
        zh: `相符：日志第 1 条至第 ${entry} 条（${timeIn(zone, at)}）未改动，此后又有 ${since} 条`,
        en: `Entries 1 to ${entry} of the journal (${timeIn(zone, at)}) are unchanged; ${counted(since, 'entry', 'entries')} since`,
      },
      head.signature === null ? UNSIGNED : SIGNED,
      ROWS,
    ),
  };
}

const SIGNED: Text = {
  zh: '签名有效，出自本台账的密钥',
  en: 'The signature is valid and made with the ledger’s own key',
};
const UNSIGNED: Text = {
  zh: '文件没有签名：谁都可以写出这样的文件',
  en: 'The file is not signed: anybody could have written it',
};
const ROWS: Text = {
  zh: '台账各行是否与日志一致：tiaochu check',
  en: 'tiaochu check compares the rows of the ledger with the journal',
};
const ORIGINAL: Text = {
  zh: '请用 tiaochu log export 当时写出的原文件',
  en: 'Use the file as tiaochu log export wrote it',
};
const RESTORE: Text = {
  zh: '请保留这个台账文件，改用导出之后、改动之前的备份，并查明是谁、何时改动了文件',
  en: 'Keep this ledger file, go back to a backup from before the change, and find out who changed the file and when',
};

/** What is against a file, or against the ledger. */
interface Problem {
  readonly is: Text;
  readonly next: Text;
}

function problemOf(db: Db, head: SignedHead): Problem | undefined {
  const ofFile = fileProblem(db, head);
  if (ofFile) return { is: ofFile, next: ORIGINAL };
  const ofLedger = ledgerProblem(db, head);
  return ofLedger && { is: ofLedger, next: RESTORE };
}

function fileProblem(db: Db, head: SignedHead): Text | undefined {
  const { county, key, signature } = head;
  if (county !== readSetting(db, 'county'))
    return {
      zh: `文件出自另一个旗（县）（${county}）的台账`,
      en: `The file is of the ledger of another county (${county})`,
    };
  if (signature !== null && (key === null || !isSignedWith(key, signedText(head), signature)))
    return { zh: '签名无效：文件已被改动', en: 'The signature is not valid: the file was changed' };
  if (key !== null && !ledgerKeys(db).includes(key))
    return { zh: '签名所用的不是本台账的密钥', en: 'It is signed with a key that is not one of this ledger’s' };
  return undefined;
}

function ledgerProblem(db: Db, { entry, hash }: SignedHead): Text | undefined {
  const found = hashOfEntry(db, entry);
  if (found === undefined)
    return {
      zh: `台账的日志没有第 ${entry} 条：后面的记录被删除，或换成了更早的台账`,
      en: `The journal has no entry ${entry}: entries were deleted, or an earlier ledger was put in its place`,
    };
  const { altered, missing } = brokenChain(db);
  const first = Math.min(...altered, ...missing);
  if (first <= entry)
    return { zh: `日志第 ${first} 条被改动或删除`, en: `Entry ${first} of the journal was changed or deleted` };
  if (found === hash) return undefined;
  return {
    zh: `日志第 ${entry} 条不是导出时的那一条：台账被改写`,
    en: `Entry ${entry} is not the one that was exported: the ledger was rewritten`,
  };
}

function notAHead(name: string): never {
  misuse(
    { zh: `${name} 不是 tiaochu log export 写出的文件`, en: `${name} is not a file that tiaochu log export wrote` },
    {
      zh: '用 tiaochu log export --sign --output 文件.json 导出',
      en: 'tiaochu log export --sign --output FILE.json writes one',
    },
  );
}
