import { defineErrors } from '../../../core/errors/index.js';

export const amendmentErrors = defineErrors('AMENDMENT', {
  NOT_AMENDABLE: {
    category: 'forbidden_state',
    'zh-CN': '只有各方已签署且未到最后一天的协议可以签订变更协议',
    en: 'Only an agreement that all have signed, before its last day, can be amended',
  },
  EXISTS: {
    category: 'conflict',
    'zh-CN': '该协议已有变更协议',
    en: 'There is an amendment of the agreement already',
  },
});
