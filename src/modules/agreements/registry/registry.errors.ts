import { defineErrors } from '../../../core/errors/index.js';

export const registryErrors = defineErrors('AGREEMENT_REGISTRY', {
  NOT_A_PROVINCE: {
    category: 'invalid',
    'zh-CN': '请填写省级行政区划代码',
    en: 'Give the code of a province',
  },
  TOO_MANY: {
    category: 'limit',
    'zh-CN': '符合条件的协议有 {found} 份，一次最多导出 {max} 份，请缩小筛选范围',
    en: '{found} agreements fit, and at most {max} can be exported at a time: narrow the filters',
  },
});
