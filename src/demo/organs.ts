import { phrases } from './phrases.ts';
import { pick, type Random } from './random.ts';
import type { Village } from './villages.ts';

/** The organs and duties of the cadres who make up one team: of two of the banner's organs, the township's, the village's. */
export function teamOrgans(random: Random, { township, community }: Village) {
  const banner = [pick(random, phrases('organs')), pick(random, phrases('organs'))];
  const rank = township.endsWith('镇') ? '副镇' : '副乡';
  const duty = (tier: string) => pick(random, phrases('duties', tier)).replace('{rank}', rank);
  return () => {
    const kind = random();
    if (kind < 0.5) return { organ: banner[kind < 0.28 ? 0 : 1] ?? '', duty: duty('banner') };
    if (kind < 0.75) return { organ: `${township}人民政府`, duty: duty('township') };
    return { organ: community ? '社区党支部' : '村党支部', duty: duty('village') };
  };
}
