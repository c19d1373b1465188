import { defineErrors } from '../../../core/errors/index.js';

export const offerErrors = defineErrors('OFFER', {
  NOT_OPEN: {
    category: 'forbidden_state',
    'zh-CN': '该录用通知已答复或已失效',
    en: 'This offer has been answered or is over',
  },
  PAY_BELOW_POSTED: {
    category: 'invalid',
    'zh-CN': '录用报酬不得低于岗位公布的最低报酬',
    en: 'The pay offered must not be below the lowest pay posted',
  },
  PAY_UPSIDE_DOWN: {
    category: 'invalid',
    'zh-CN': '最低报酬不能高于最高报酬',
    en: 'The lowest pay must not exceed the highest',
  },
  START_IN_PAST: {
    category: 'invalid',
    'zh-CN': '入职日期不能早于今天',
    en: 'The first day must not lie in the past',
  },
  DUE_OUT_OF_RANGE: {
    category: 'invalid',
    'zh-CN': '答复期限须在 1 到 {days} 天之内',
    en: 'The answer must be due within 1 to {days} days',
  },
});
