import type { Area } from '../cli/command.ts';
import type { AreaTree } from './area-tree.ts';

/** What writes the lists of all other areas. */
export const datasetsOf = (areas: () => readonly Area[]): AreaTree => ({
  export: {
    zh: '数据集',
    summary: {
      zh: '数据集：各种清单写成 CSV 或 Parquet 文件，供统计分析',
      en: 'data sets: all lists as CSV or Parquet files, for analysis',
    },
    load: async () => (await import('../datasets/commands.ts')).datasetCommands(areas()),
  },
});
