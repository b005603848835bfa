/**
 * What is said of health, of violence in a family, of children under fourteen: sensitive personal information (PIPL Art. 28, 31;
 * 反家庭暴力法 Art. 5). The words are those of diaries and of facts of cases; rather one too many.
 */
const HEALTH =
  '疾病|患病|生病|病情|病历|病人|大病|重病|住院|手术|确诊|诊断|医疗|医药费|残疾|瘫痪|怀孕|流产|精神障碍|精神病|抑郁|艾滋|肝炎|结核|癌|肿瘤|透析|化疗';
const CHILDREN = '未成年|儿童|幼儿|婴儿|小学生|幼儿园';
const [TEN, ONES, YEARS] = ['十', '一二三四五六七八九', '周岁|岁'];
/** Ages below fourteen, in figures or in words. */
const AGE = `(?:(?<![0-9])(?:[0-9]|1[0-3]) ?|(?<!${TEN})[${ONES}]|(?<![${ONES}])${TEN}[${ONES.slice(0, 3)}]?)(?:${YEARS})`;
const VIOLENCE = '家暴|家庭暴力|殴打|打骂|虐待|性侵|猥亵|强奸';
const SENSITIVE = new RegExp([HEALTH, CHILDREN, AGE, VIOLENCE].join('|'));

/** Whether a text says something of anybody's health, of children or of violence. */
export function isSensitive(text: string): boolean {
  return SENSITIVE.test(text);
}

/** Whose records are of staff: where somebody works and as what is no more than their office, and said of nobody whom they help. */
const OF_STAFF: ReadonlySet<string> = new Set([
  'cadre',
  'pair',
  'team',
  'agent',
  'mediator',
  'expert',
  'post',
  'linked-leader',
  'operator',
]);

/** Whether a command, by its path, shows records of people for whom something is done, of whom sensitive things can be said. */
export function isOfPeopleHelped(path: string): boolean {
  const [noun = ''] = path.split(' ');
  return !OF_STAFF.has(noun);
}

const ID = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;
/** PIPL Art. 28. */
const CHILD_YEARS = 14;

/** Whether an identity number is that of a child under fourteen on a day. */
export function isChilds(id: string, today: string): boolean {
  const [, year = '', month, day] = ID.exec(id) ?? [];
  return year !== '' && `${Number(year) + CHILD_YEARS}-${month}-${day}` > today;
}
