import { defineMessages } from '@/shared/i18n/messages';

export const homeMessages = defineMessages('home', {
  'zh-CN': {
    title: '找到合适的工作',
    lead: '单位经核验，岗位经审核，应聘全程免费。',
    description: '区域公共就业服务平台：按地区、职业和薪资查找招聘岗位，在线应聘，全程免费。',
    figures: '市场实时数据',
    openPostings: '在招岗位',
    openPositions: '空缺名额',
    organisations: '已核验单位',
    hires: '已录用人数',
    asOf: '数据截至 {time}，含仅向合作院校学生开放的岗位',
    regions: '热门地区',
    occupations: '热门职业',
    newest: '最新岗位',
    all: '查看全部岗位',
    seekers: '我要找工作',
    seekersText: '一分钟注册，完善简历后可收到合适岗位的推荐，在线查看应聘进度。',
    employers: '我要招人',
    employersText: '注册并登记单位，核验通过后即可免费发布岗位、安排面试、在线签约。',
    signUp: '免费注册',
    signUpEmployer: '登记单位',
  },
  en: {
    title: 'Find work that fits',
    lead: 'Verified employers, reviewed postings, free of charge from the first step to the last.',
    description:
      'Public employment services of the region: find postings by region, occupation and pay, and apply online free of charge.',
    figures: 'The market now',
    openPostings: 'Open postings',
    openPositions: 'Vacancies',
    organisations: 'Verified employers',
    hires: 'People hired',
    asOf: 'As of {time}, including postings for students of partner colleges only',
    regions: 'Popular regions',
    occupations: 'Popular occupations',
    newest: 'Newest postings',
    all: 'See all postings',
    seekers: 'I am looking for work',
    seekersText:
      'Sign up within a minute, complete your profile, get recommendations and follow your applications online.',
    employers: 'I am hiring',
    employersText:
      'Sign up and register your organisation; once it is verified, post, interview and sign free of charge.',
    signUp: 'Sign up for free',
    signUpEmployer: 'Register an organisation',
  },
});
