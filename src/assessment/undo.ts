import type { ImportUndo } from '../register/undo.ts';

const OWN = '(select id from scheme where import_id = ?1)';
const OWN_INDICATORS = `(select id from indicator where scheme_id in ${OWN})`;

/** An import that began a scheme is taken back while nothing is assessed by it; one that changed a scheme is not. */
export const schemeUndo: ImportUndo = {
  noun: 'scheme',
  table: 'scheme',
  blockers: [
    {
      what: { zh: '冻结的考核结果', en: 'frozen results' },
      count: `select count(*) from result where scheme_id in ${OWN}`,
    },
    {
      what: { zh: '人工录入的分数', en: 'values entered by hand' },
      count: `select count(*) from manual_value where indicator_id in ${OWN_INDICATORS}`,
    },
    {
      what: { zh: '指标的修改', en: 'changes of its indicators' },
      count: `select count(*) from event where noun = 'indicator' and record_id in
        (select id from indicator where import_id = ?1 or scheme_id in ${OWN})`,
    },
  ],
  deletes: ['delete from indicator where import_id = ?1', 'delete from scheme where import_id = ?1'],
  back: {
    zh: '先导出改之前的方案（tiaochu assessment list --on 生效前一天 --format csv --output 文件），再导入这个文件，--on 仍写原来的生效日期',
    en: 'Write out the scheme as it was (tiaochu assessment list --on DAY-BEFORE --format csv --output FILE) and import that file with the same --on as before',
  },
};
