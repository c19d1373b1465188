import { defineErrors } from '../../core/errors/index.js';

export const statisticsErrors = defineErrors('STATISTICS', {
  PERIOD_UPSIDE_DOWN: {
    category: 'invalid',
    'zh-CN': '统计期的起始日不能晚于截止日',
    en: 'The period must not begin after it ends',
  },
  PERIOD_TOO_LONG: {
    category: 'limit',
    'zh-CN': '按周统计的期间最长 {weeks} 周',
    en: 'By week, a period is at most {weeks} weeks',
  },
  REGION_NOT_YOURS: {
    category: 'invalid',
    'zh-CN': '该地区不在贵局管辖范围内',
    en: 'This region is not one your bureau answers for',
  },
});
