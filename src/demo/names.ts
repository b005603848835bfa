import { pick, type Random } from './random.ts';

const DAUR = [...'敖敖鄂鄂孟郭郭莫何苏沃多吴德金'];
const EVENKI = [...'杜杜涂那敖何戴索'];
const HAN = [...'王李张刘陈杨赵周徐孙马朱胡林高罗郑宋谢唐韩曹许邓冯曾程蔡于董袁潘蒋姜崔'];
const MONGOL = [...'包包白乌巴韩'];
const MONGOL_NAMES = [
  ...['巴图', '其木格', '乌兰', '萨仁', '苏和', '朝鲁', '布和', '阿古拉', '额尔德尼', '哈斯', '托娅', '特木尔'],
  ...['萨日娜', '宝音', '那日苏', '乌云其木格', '巴图苏和', '娜仁托娅', '宝音朝鲁', '哈斯额尔德尼', '乌兰托娅'],
];
const FIRST = [...'玉晓春国志建秀海文明丽桂金永新红俊淑庆立凤长德学艳'];
const SECOND = [...'兰光花军华梅峰生英平林山芳霞福祥云清宝莲珍强江春荣和成'];

/** The chances of each people in a place: Han, Daur, Evenki, and for the rest Mongol. */
type Mixture = readonly [han: number, daur: number, evenki: number];

const USUAL: Mixture = [0.6, 0.25, 0.08];
const EVENKI_TOWNSHIP: Mixture = [0.5, 0.2, 0.24];

/** An invented name, such as people of this township have. */
export function personName(random: Random, township: string): string {
  const [han, daur, evenki] = township.includes('鄂温克') ? EVENKI_TOWNSHIP : USUAL;
  const people = random();
  if (people < han) return pick(random, HAN) + given(random);
  if (people < han + daur) return pick(random, DAUR) + given(random);
  if (people < han + daur + evenki) return pick(random, EVENKI) + given(random);
  return random() < 0.5 ? pick(random, MONGOL_NAMES) : pick(random, MONGOL) + given(random);
}

/** An invented name of somebody in the same family. */
export function kinName(random: Random, name: string): string {
  for (;;) {
    const kin = MONGOL_NAMES.includes(name) ? pick(random, MONGOL_NAMES) : name.slice(0, 1) + given(random);
    if (kin !== name) return kin;
  }
}

/** How visitors call a person: by the family name, or by the whole name where there is none. */
export function calledBy(name: string): string {
  return MONGOL_NAMES.includes(name) ? name : name.slice(0, 1);
}

function given(random: Random): string {
  return random() < 0.15 ? pick(random, SECOND) : pick(random, FIRST) + pick(random, SECOND);
}

/** A plainly invented mobile number. */
export function phoneNumber(random: Random): string {
  return `1390000${String(Math.floor(random() * 10_000)).padStart(4, '0')}`;
}
