import { defineErrors } from '../../../core/errors/index.js';

export const placeErrors = defineErrors('JOB_FAIR_PLACE', {
  WRONG_STATE: {
    category: 'forbidden_state',
    'zh-CN': '本单位当前状态（{state}）不能执行此操作',
    en: 'An organisation that {state} cannot do this',
    words: {
      'zh-CN': {
        INVITED: '待答复',
        REGISTERED: '已报名',
        DECLINED: '已谢绝',
        LEFT: '已退出',
        WITHDRAWN: '邀请已撤回',
      },
      en: {
        INVITED: 'has not answered',
        REGISTERED: 'is registered',
        DECLINED: 'has declined',
        LEFT: 'has left',
        WITHDRAWN: 'is no longer invited',
      },
    },
  },
  OWN_FAIR: {
    category: 'invalid',
    'zh-CN': '主办单位无需报名自己的招聘会',
    en: 'The organiser does not register for its own fair',
  },
  REGISTRATION_CLOSED: {
    category: 'forbidden_state',
    'zh-CN': '招聘会报名已截止',
    en: 'Registration for the job fair is closed',
  },
  NO_AGREEMENT: {
    category: 'forbidden_state',
    'zh-CN': '与主办单位之间没有生效中的协议，不能报名',
    en: 'There is no agreement in force with the organiser',
  },
  FULL: {
    category: 'conflict',
    'zh-CN': '招聘会展位已满（{limit} 家）',
    en: 'All {limit} seats of the job fair are taken',
  },
  POSTING_TWICE: {
    category: 'invalid',
    'zh-CN': '同一岗位不能重复列入',
    en: 'A posting can be listed only once',
  },
  POSTING_NOT_OPEN: {
    category: 'forbidden_state',
    'zh-CN': '岗位“{title}”不在招聘中，不能带到招聘会',
    en: 'The posting “{title}” is not open',
  },
});
