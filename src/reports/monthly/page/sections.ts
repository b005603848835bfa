import type { Text } from '../../../kernel/text.ts';
import {
  categoriesPicture,
  coveragePicture,
  type Draw,
  disputesPicture,
  flowBetweenTiers,
  visitsPicture,
} from './pictures.ts';

/** A part of the page: its tables by the names of their contents, and what is drawn of each. */
export interface Section {
  readonly title: Text;
  readonly tables: readonly string[];
  readonly pictures: Readonly<Record<string, readonly Draw[]>>;
}

/** The page after its headline. */
export const SECTIONS: readonly Section[] = [
  {
    title: { zh: '二、走访覆盖', en: '2. Visit coverage' },
    tables: ['coverage'],
    pictures: { coverage: [coveragePicture] },
  },
  {
    title: { zh: '三、纠纷化解', en: '3. Disputes' },
    tables: ['tiers', 'resolution'],
    pictures: { tiers: [flowBetweenTiers] },
  },
  {
    title: { zh: '四、纠纷类别', en: '4. Categories' },
    tables: ['categories', 'settled', 'unsettled'],
    pictures: { categories: [categoriesPicture] },
  },
  {
    title: { zh: '五、逐月对照', en: '5. Month by month' },
    tables: ['months'],
    pictures: { months: [disputesPicture, visitsPicture] },
  },
  { title: { zh: '六、信访代办', en: '6. Petitions' }, tables: ['petitions', 'workload'], pictures: {} },
  { title: { zh: '七、逾期事项', en: '7. Overdue' }, tables: ['overdue'], pictures: {} },
];
