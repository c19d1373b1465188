/** Texts of the demo agreements; they say that they are for demonstration. */
export const COOPERATION_CLAUSES = [
  { heading: '企业的责任', body: '企业提供实习与就业岗位，安排师傅带教。（演示文本）' },
  { heading: '学校的责任', body: '学校按岗位要求调整课程，组织学生报名。' },
  { heading: '费用', body: '双方不向学生收取任何费用。' },
  { heading: '学生权益', body: '学生权益按国家规定保障。' },
];

export const EMPLOYMENT_CLAUSES = [
  {
    heading: '岗位与地点',
    body: '用人单位录用毕业生从事数控机床操作工作，工作地点苏州市吴中区。（演示文本）',
  },
  {
    heading: '报酬与保险',
    body: '转正后月工资6500元；试用期2个月，月工资5500元。自用工之日起依法缴纳社会保险。',
  },
  { heading: '劳动合同', body: '自用工之日起一个月内订立书面劳动合同，内容不得低于本协议约定。' },
  { heading: '学校责任', body: '学校审核毕业资格，依法办理就业登记和档案转递，不得强迫签约。' },
  { heading: '费用', body: '任何一方不向毕业生收取费用，不扣押证件。' },
];

export const LABOUR_CLAUSES = [
  {
    heading: '信息与组织',
    body: '输入地按月发布岗位，输出地和基地据此动员、登记、成批输送。（演示文本）',
  },
  {
    heading: '劳动者权益',
    body: '不向劳动者收取任何费用，不扣押证件；岗位与发布不符的，输入地负责另行安排。',
  },
  { heading: '交通与食宿', body: '首次输送的交通由输入地组织专车，途中有人陪同。' },
  { heading: '核查', body: '双方每季度走访一次，核对到岗人数和工资发放。' },
];
