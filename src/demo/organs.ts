import { pick, type Random } from './random.ts';
import type { Village } from './villages.ts';

/** Where a cadre works and as what. */
export interface Employment {
  readonly organ: string;
  readonly duty: string;
}

const BANNER_ORGANS = [
  ...['旗委办公室', '旗委组织部', '旗委宣传部', '旗委统战部', '旗委政法委', '旗纪委监委', '旗人大常委会办公室'],
  ...['旗政府办公室', '旗政协办公室', '旗司法局', '旗信访局', '旗公安局', '旗财政局', '旗教育局', '旗民政局'],
  ...['旗人力资源和社会保障局', '旗自然资源局', '旗住房和城乡建设局', '旗农牧和科技局', '旗水利局', '旗林业和草原局'],
  ...['旗文化旅游体育局', '旗卫生健康委员会', '旗应急管理局', '旗审计局', '旗统计局', '旗医疗保障局', '旗乡村振兴局'],
  ...['旗市场监督管理局', '旗民族事务委员会', '旗总工会', '团旗委', '旗妇联', '旗残联', '旗档案馆', '旗融媒体中心'],
];
const BANNER_DUTIES = [
  ...['班子成员', '四级调研员', '一级主任科员', '股长', '股长', '副股长'],
  ...['科员', '科员', '科员', '工作人员', '驻村工作队员'],
];
const TOWNSHIP_DUTIES = [
  ...['党委副书记', '党委委员', '{rank}长', '人大副主席', '司法所所长', '综治中心主任'],
  ...['民政助理员', '农业技术员', '党建办干事', '科员', '科员'],
];
const VILLAGE_DUTIES = ['党支部书记', '副书记', '委员', '委员', '妇联主席', '会计', '网格员', '人民调解员'];

/** The organs whose cadres make up one team: two of the banner's, the township's government, the village's own. */
export function teamOrgans(random: Random, village: Village): () => Employment {
  const first = pick(random, BANNER_ORGANS);
  const second = pick(random, BANNER_ORGANS);
  const rank = village.township.endsWith('镇') ? '副镇' : '副乡';
  return () => {
    const kind = random();
    if (kind < 0.28) return { organ: first, duty: pick(random, BANNER_DUTIES) };
    if (kind < 0.5) return { organ: second, duty: pick(random, BANNER_DUTIES) };
    if (kind < 0.75)
      return { organ: `${village.township}人民政府`, duty: pick(random, TOWNSHIP_DUTIES).replace('{rank}', rank) };
    return { organ: village.community ? '社区党支部' : '村党支部', duty: pick(random, VILLAGE_DUTIES) };
  };
}
