import { readFileSync } from 'node:fs';
import { Failure, misuse } from '../../kernel/failure.ts';

const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/m;
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;

/** Reads the public key that a file is encrypted for, as age-keygen prints it. */
export function asRecipient(text: string): string {
  const recipient = text.trim();
  if (RECIPIENT.test(recipient)) return recipient;
  return misuse({
    zh: '收件人的公钥以 age1 开头，共 62 个字符，由 age-keygen 打印',
    en: 'The public key of a recipient begins with age1 and has 62 characters, as age-keygen prints it',
  });
}

/** The secret key in a file that age-keygen wrote. Throws a Failure where none is named, or it has none (exit 2). */
export function identityIn(file: string | undefined): string {
  if (file === undefined)
    return misuse(
      { zh: '数据已加密，须用私钥打开', en: 'The file is encrypted and needs the secret key' },
      { zh: '用 --identity 写 age-keygen 生成的文件', en: 'Name the file that age-keygen wrote with --identity' },
    );
  const found = IDENTITY.exec(textIn(file))?.[0];
  return found ?? misuse({ zh: `${file} 中没有私钥`, en: `${file} has no secret key` });
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Failure(
      'not-found',
      { zh: `无法读取私钥文件 ${file}`, en: `Cannot read the file with the secret key, ${file}` },
      { zh: '请检查文件名', en: 'Check its name' },
    );
  }
}
