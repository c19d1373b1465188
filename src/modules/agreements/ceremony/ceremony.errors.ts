import { defineErrors } from '../../../core/errors/index.js';

export const ceremonyErrors = defineErrors('AGREEMENT_CEREMONY', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '签约仪式当前状态（{state}）不能执行此操作',
    en: 'A ceremony that is {state} does not allow this',
    words: {
      'zh-CN': { PLANNED: '筹备中', OPEN: '进行中', ENDED: '已结束', CANCELLED: '已取消' },
      en: { PLANNED: 'planned', OPEN: 'open', ENDED: 'over', CANCELLED: 'cancelled' },
    },
  },
  CHANGED_MEANWHILE: {
    category: 'conflict',
    'zh-CN': '签约仪式已被他人修改，请刷新后重试',
    en: 'Somebody else has changed the ceremony: load it again',
  },
  AGREEMENT_TWICE: {
    category: 'invalid',
    'zh-CN': '同一份协议不能重复列入',
    en: 'An agreement can be listed only once',
  },
  AGREEMENT_NOT_AWAITING: {
    category: 'forbidden_state',
    'zh-CN': '协议 {number} 不在待签署状态，不能列入',
    en: 'Agreement {number} is not awaiting signatures',
  },
  AGREEMENT_ELSEWHERE: {
    category: 'conflict',
    'zh-CN': '协议 {number} 正在另一场签约仪式上签署',
    en: 'Agreement {number} is being signed at another ceremony',
  },
});
