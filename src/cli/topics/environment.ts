import type { Topic } from './topic.ts';

export const environment: Topic = {
  name: 'environment',
  zh: '环境变量',
  title: {
    zh: '环境变量：命令行上写了的选项优先；长期不变的用 tiaochu config set 或 tiaochu me 设一次',
    en: 'Environment variables: options on the command line go first; set what never changes once, with tiaochu config set or tiaochu me',
  },
  entries: [
    ['TIAOCHU_LEDGER', { zh: '台账文件，同 --ledger', en: 'the ledger, like --ledger' }],
    [
      'TIAOCHU_KEY_FILE',
      { zh: '台账口令文件，同 --key-file', en: 'the file with the ledger’s passphrase, like --key-file' },
    ],
    [
      'TIAOCHU_LANG',
      { zh: '语言：zh 或 en，同 --lang（默认看系统语言）', en: 'zh or en, like --lang (default: the system’s)' },
    ],
    ['TIAOCHU_OPERATOR', { zh: '操作员，同 --as', en: 'the operator, like --as' }],
    [
      'TIAOCHU_TODAY',
      { zh: '当作今天的日期，供补跑月报、测试用', en: 'the day to take for today: for late reports and tests' },
    ],
    ['TIAOCHU_TZ', { zh: '时区（默认北京时间）', en: 'the time zone (default: Beijing)' }],
    ['TIAOCHU_CONFIG', { zh: '本人设置文件的位置；空的为不用设置', en: 'where your settings are; empty for none' }],
    ['TIAOCHU_PAGER、PAGER', { zh: '长结果用哪个程序翻页', en: 'the pager for long results' }],
    [
      'NO_COLOR、FORCE_COLOR、CLICOLOR、CLICOLOR_FORCE',
      { zh: '不用颜色、强制用颜色', en: 'no colours, or colours in any case' },
    ],
    ['EDITOR、VISUAL', { zh: '写长文字时用哪个编辑器', en: 'the editor for long texts' }],
  ],
};
