import { defineErrors } from '../../../core/errors/index.js';

export const renewalErrors = defineErrors('RENEWAL', {
  NOT_RENEWABLE: {
    category: 'forbidden_state',
    'zh-CN': '只有各方已签署、生效中或已到期的协议可以续签',
    en: 'Only an agreement that all have signed, or that has expired, can be renewed',
  },
  EXISTS: {
    category: 'conflict',
    'zh-CN': '该协议已有续签稿',
    en: 'The agreement is being renewed already',
  },
});
