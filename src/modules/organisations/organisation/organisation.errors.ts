import { defineErrors } from '../../../core/errors/index.js';

export const organisationErrors = defineErrors('ORGANISATION', {
  CODE_MALFORMED: {
    category: 'invalid',
    'zh-CN': '统一社会信用代码须为 18 位数字和大写字母（不含 I、O、S、V、Z）',
    en: 'A unified social credit code has 18 digits and capital letters, without I, O, S, V and Z',
  },
  CODE_CHECK_DIGIT: {
    category: 'invalid',
    'zh-CN': '统一社会信用代码的校验位不正确，请核对是否录入有误',
    en: 'The check digit of this unified social credit code is wrong: please look for a typing mistake',
  },
  CODE_TAKEN: {
    category: 'conflict',
    'zh-CN':
      '该统一社会信用代码的单位已在平台登记。请联系本单位的平台管理员向您发出邀请；如不知道由谁管理，请向所在地人社部门咨询',
    en: 'An organisation with this code is registered already. Ask its administrator to invite you; if you do not know who that is, turn to the bureau in charge',
  },
  CLASS_NOT_FOR_KIND: {
    category: 'invalid',
    'zh-CN': '该类型的单位不能使用此账户类别',
    en: 'This kind of organisation cannot have that account class',
  },
  LICENCE_REQUIRED: {
    category: 'invalid',
    'zh-CN': '经营性人力资源服务机构须填写人力资源服务许可证编号',
    en: 'An operating agency has to give the number of its HR service licence',
  },
  COLLEGE_NOT_FOR_KIND: {
    category: 'invalid',
    'zh-CN': '只有院校可以填写院校代码',
    en: 'Only a college can name an institution of the national list',
  },
  INTAKE_UPSIDE_DOWN: {
    category: 'invalid',
    'zh-CN': '年度毕业生需求的上限不能小于下限',
    en: 'The upper end of the yearly graduate intake lies below its lower end',
  },
  WRONG_STANDING: {
    category: 'forbidden_state',
    'zh-CN': '该单位当前状态不允许此操作',
    en: 'The standing of this organisation does not allow that',
  },
  UNDER_REVIEW: {
    category: 'forbidden_state',
    'zh-CN': '核验正在进行，不能修改名称、代码、类别、许可证或所在地区；请先撤回核验申请',
    en: 'A verification is under way: withdraw it before changing name, code, class, licence or region',
  },
  OWN_ORGANISATION: {
    category: 'forbidden_state',
    'zh-CN': '不能对自己所在的单位作出决定',
    en: 'Nobody decides about an organisation of his own',
  },
});
