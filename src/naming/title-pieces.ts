/** A part of the lines above a header: a title, or what is written behind a label. */
export interface TitlePiece {
  /** Empty for a title. */
  readonly label: string;
  readonly text: string;
}

const PLACE =
  '单位|机构|村|社区|嘎查|村居|村社区|村嘎查|村委会|居委会|村居委会|行政村|调委会|人民调解委员会|调解委员会|调解组织';
/** Labels that say whose list it is: 填报单位, 报送单位(盖章), 村(社区), 单位名称. */
const REPORTING = new RegExp(
  `^(?:填报|填表|填写|填制|报送|上报|编制|编报|制表|登记|统计|排查|本|所在|所属)?(?:${PLACE})(?:名称|全称|名)?(?:盖章|公章|签章)?$`,
);
/** Labels that say where that is. */
const ABOUT_PLACE = /^(?:所在|所属)?(?:乡镇|苏木|街道|乡镇苏木|苏木乡镇|镇|乡|旗县|旗|县)(?:名称|名)?$/;
/** Whatever a label is about, it is no title. */
const ANY_LABEL = /^.{0,8}(?:单位|机关|部门|日期|时间|人)$/;

/** A label without remarks and spaces in it. */
const core = (label: string) => label.replace(/[([【][^)\]】]*[)\]】]/g, '').replace(/\s/g, '');

/** Whether a text is that of whoever made the list: a title, or behind a label that says so. */
export const isReporting = (label: string): boolean => label === '' || REPORTING.test(core(label));

/** Whether a label says in which township or banner the unit is. */
export const isAboutPlace = (label: string): boolean => ABOUT_PLACE.test(core(label));

const isLabel = (word: string) => REPORTING.test(core(word)) || isAboutPlace(word) || ANY_LABEL.test(core(word));

/** The titles and labelled texts of the lines above a header; a label may be in a cell of its own, before that of its text. */
export function piecesOf(cells: readonly string[]): TitlePiece[] {
  const pieces: { label: string; text: string }[] = [];
  for (const cell of cells) {
    const words = cell
      .normalize('NFKC')
      .replace(/\s*:\s*/g, ':')
      .trim()
      .split(/\s+/);
    for (const [i, word] of words.entries()) {
      const last = pieces.at(-1);
      const colon = word.indexOf(':');
      if (colon >= 0) pieces.push({ label: word.slice(0, colon), text: word.slice(colon + 1) });
      else if (last && (i > 0 || (last.label !== '' && last.text === ''))) last.text += word;
      else pieces.push(isLabel(word) ? { label: word, text: '' } : { label: '', text: word });
    }
  }
  return pieces;
}
