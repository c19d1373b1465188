import { defineErrors } from '../../../core/errors/index.js';

export const enrolmentErrors = defineErrors('ORDER_CLASS', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '该学生目前的状态不能这样办理',
    en: 'Where the student stands does not allow this',
  },
  NOT_AN_ORDER_CLASS: {
    category: 'forbidden_state',
    'zh-CN': '只有订单班协议有班级名单',
    en: 'Only agreements on order classes have a list of students',
  },
  NOT_A_STUDENT: {
    category: 'forbidden_state',
    'zh-CN': '不是本校已认证的在校学生',
    en: 'Not a confirmed student of the college',
  },
  FULL: {
    category: 'conflict',
    'zh-CN': '订单班名额已满',
    en: 'The order class is full',
  },
  IN_A_CLASS: {
    category: 'conflict',
    'zh-CN': '该学生已在一个订单班名单中',
    en: 'The student is on the list of an order class already',
  },
});
