import { type Field, plain } from '../intake/field.ts';
import type { Problem } from '../intake/sheet.ts';
import { errorIn } from '../intake/spoiled.ts';
import { hiddenIn, isPersonal, MASKS } from '../kernel/hiding.ts';
import { maskName } from '../kernel/mask.ts';
import { isMasked } from '../kernel/masked.ts';
import type { Text } from '../kernel/text.ts';
import { NAMING } from '../naming/columns.ts';
import type { NameKind } from '../naming/names.ts';

const PEOPLE: ReadonlySet<NameKind> = new Set(['household', 'cadre', 'pair', 'agent', 'mediator']);

/** Whether a column of codes may hold the names of people in their place. */
function namesPeople(key: string): boolean {
  return key === 'diary_by' || (NAMING[key]?.some(kind => PEOPLE.has(kind)) ?? false);
}

/** Whether a column holds data or names of people; `personal` are those that do although their kind does not say so. */
export function isOfPeople(field: Field<unknown> | undefined, personal: readonly string[]): boolean {
  return field !== undefined && (isPersonal(field.kind) || personal.includes(field.key) || namesPeople(field.key));
}

/**
 * How a message repeats what a cell holds, the one place that decides it: personal data and people's names masked, numbers like
 * phones and identity numbers too, whatever the column; a name that slipped into a column of numbers, days or codes as well.
 */
export function repeated(
  value: string,
  field: Field<unknown> | undefined,
  personal: readonly string[],
  known: readonly string[],
): string {
  const kind = field?.kind ?? 'text';
  if (errorIn(value)) return value;
  // What is masked already stays as it is.
  if (isPersonal(kind)) return isMasked(value) ? value : MASKS[kind](value);
  if (field && personal.includes(field.key)) return maskName(value);
  if (isOfPeople(field, personal)) return maskedWords(value);
  if (kind !== 'text' && kind !== 'word' && isLikeAName(value.trim())) return maskName(value.trim());
  return kind === 'text' || kind === 'word' ? hiddenIn(value, known) : hiddenNumbers(value);
}

/** What a reason repeats of a cell of people, masked: 「敖玉兰等五人」不止一人. */
export function hiddenReason(reason: Text, value: string, mask: (word: string) => string = maskedWords): Text {
  const hide = (text: string) =>
    text.replace(REPEATED, (all, ...words: (string | undefined)[]) => {
      const word = words.slice(0, PLACES).find(found => found !== undefined) ?? '';
      const isOfCell = word.length > 1 && word.split('、').every(part => value.includes(part));
      return isOfCell ? all.replace(word, () => mask(word)) : all;
    });
  return value.length < 2 ? reason : { zh: hide(reason.zh), en: hide(reason.en) };
}

/** The same reason whatever a cell of people holds: what a summary counts. */
export function countedReason({ reason, value }: Problem): Text {
  return hiddenReason(reason, value, () => '…');
}

/** Where reasons repeat a part of a cell: in quotes, behind a label that is to be written, in brackets behind 写了两次. */
const REPEATED =
  /「([^」]+)」|"([^"]+)"|(?:姓名|民族|住址|name|ethnicity|address)=([^\s，,;；、（()）]+)(?![^\s，,;；、（()）]|,phone)|写了两次（([^）]+)）|given twice \(([^)]+)\)/g;
const PLACES = 5;

/** Codes stay readable, of everything else the first character of each word does. */
function maskedWords(cell: string): string {
  return cell.replace(/[^、，,;；/\s]+/g, word => {
    const hidden = hiddenNumbers(word);
    return CODE.test(plain(word)) ? hidden : hidden.replace(/\p{L}+/gu, maskName);
  });
}

/** As codes of records are written: with a digit, in Latin letters. */
const CODE = /^(?=.*\d)[0-9A-Za-z~_.+-]+$/;

const BIRTHDAY = String.raw`(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])`;
const PERSONAL_NUMBER = new RegExp(
  String.raw`(?<!\d)(?:[1-9]\d{5}${BIRTHDAY}\d{3}[\dXx]|1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?![\dXx])`,
  'g',
);

/** Where codes and numbers are expected, only what is surely a phone or an identity number is hidden: a code may lack digits. */
export function hiddenNumbers(text: string): string {
  return text.normalize('NFKC').replace(PERSONAL_NUMBER, number => hiddenIn(number));
}

/** The usual family names, those of the Daur, Evenki and Mongolians of the banner included. */
const SURNAMES = [
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  '敖鄂沃索鲍包乌阿巴斯敦那涂杜讷杰都德白卜何武哈布铁苗苑曲柴牛齐',
].join('');
const NAME = new RegExp(`^[${SURNAMES}]\\p{Script=Han}{1,3}$`, 'u');
const NO_NAME =
  /^(?:许多|若干)|(?:[村镇乡旗屯组局办所站委会户人口年月日号]|社区|嘎查)$|[一二三四五六七八九十百千万]{2}/;

function isLikeAName(text: string): boolean {
  return NAME.test(text) && !NO_NAME.test(text);
}
