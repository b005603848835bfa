import { BUNDLE } from '../../exchange/bundle-file.ts';
import { type Load, openedFile, type SignedForm } from '../../exchange/signed-file.ts';
import { Failure } from '../../kernel/failure.ts';
import type { CountyState } from '../loading/county-state.ts';

/** What stands before the facts in a county's file for a region, as text that anybody can read. */
export interface FactsHeader extends Load, CountyState {
  /** Which facts they are, as the program that wrote them counts them. */
  readonly facts: string;
  readonly rows: number;
  readonly made_at: string;
}

/** A county's file for a region, as other files are told from it. It is unpacked in memory. */
export const FACTS_FILE: SignedForm<FactsHeader> = {
  magic: 'tiaochu region 1',
  versions: /^tiaochu region \d+$/,
  name: { zh: '旗县报给汇总的数据', en: 'a county’s file for a region' },
  again: {
    zh: '请重新拷贝，或请旗县用 tiaochu region export 重新导出',
    en: 'Copy it again, or ask the county to export it again with tiaochu region export',
  },
  mostUnpacked: 2 ** 30,
  signer: ({ signer }) => signer,
  foreign: (magic, name) => (BUNDLE.versions.test(magic) ? forAnOffice(name) : undefined),
};

const forAnOffice = (name: string) =>
  new Failure(
    'rejected',
    {
      zh: `${name} 是单位之间的数据包，不是旗县报给汇总的数据`,
      en: `${name} is a bundle between offices, not a county’s file for a region`,
    },
    {
      zh: '在收件单位用 tiaochu bundle import 导入；汇总要的是 tiaochu region export 导出的文件',
      en: 'The office that it is for imports it with tiaochu bundle import; a region takes what tiaochu region export writes',
    },
  );

/** Reads a county's file. Throws a Failure (exit 5) where a byte of it is missing or is not what was signed. */
export function openedFacts(bytes: Buffer, name: string) {
  return openedFile(FACTS_FILE, bytes, name);
}
