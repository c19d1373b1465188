import { defineErrors } from '../../../core/errors/index.js';

export const affiliationErrors = defineErrors('AFFILIATION', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '当前状态不允许此操作',
    en: 'The state of this affiliation does not allow that',
  },
  NOT_ON_ROSTER: {
    category: 'invalid',
    'zh-CN':
      '未找到与所填信息相符、尚未被认领的在校身份。请核对学号和姓名；如确认无误，可选择“不在名册中”提交，由学校核实',
    en: 'No unclaimed place of the roster fits what you gave. Check number and name; if both are right, claim without the roster and the college will look into it',
  },
  ALREADY_CLAIMED: {
    category: 'conflict',
    'zh-CN': '您在该校已有认领中或已确认的在校身份',
    en: 'You have a claimed or confirmed place at this college already',
  },
  NUMBER_TAKEN: {
    category: 'conflict',
    'zh-CN': '该学号在名册中或已被确认给他人，请先核对',
    en: 'The roster has this student number, or somebody else is confirmed with it: check first',
  },
  OWN_PLACE: {
    category: 'forbidden_state',
    'zh-CN': '不能对自己的在校身份作出决定，请由其他老师处理',
    en: 'Nobody decides about a place of his own: let a colleague do it',
  },
  COLLEGE_PAUSED: {
    category: 'forbidden_state',
    'zh-CN': '该校暂未通过核验，暂不能认领在校身份',
    en: 'The college is not in good standing at the moment, so it takes no claims',
  },
  YEAR_IMPLAUSIBLE: {
    category: 'invalid',
    'zh-CN': '毕业年份须在 {min} 到 {max} 之间',
    en: 'The graduation year must lie between {min} and {max}',
  },
});
