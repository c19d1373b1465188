import {
  writeCsv,
  writeXlsx,
  type ColumnSpec,
  type OutputColumn,
} from '../../../core/spreadsheet/index.js';

export type TemplateColumn =
  | 'title'
  | 'headcount'
  | 'engagementType'
  | 'duties'
  | 'conditions'
  | 'workConditions'
  | 'region'
  | 'address'
  | 'payMin'
  | 'payMax'
  | 'payPeriod'
  | 'payMonths'
  | 'benefits'
  | 'education'
  | 'experienceYears'
  | 'skills'
  | 'occupationCode'
  | 'validThrough'
  | 'startsOn';

/** Our own table of postings, for companies; headers in Chinese or English. */
export const TEMPLATE_COLUMNS: readonly ColumnSpec<TemplateColumn>[] = [
  { key: 'title', title: '岗位名称', aliases: ['Title', 'Job title'], isRequired: true },
  { key: 'headcount', title: '招聘人数', aliases: ['Headcount', 'Openings'] },
  { key: 'engagementType', title: '用工形式', aliases: ['Engagement type', 'Employment type'] },
  { key: 'duties', title: '岗位职责', aliases: ['工作内容', 'Duties', 'Responsibilities'] },
  { key: 'conditions', title: '招聘条件', aliases: ['任职要求', 'Conditions', 'Qualifications'] },
  { key: 'workConditions', title: '工作条件', aliases: ['Working conditions'] },
  { key: 'region', title: '工作地区', aliases: ['工作地点', 'Region', 'Region code'] },
  { key: 'address', title: '详细地址', aliases: ['Address'] },
  { key: 'payMin', title: '最低报酬', aliases: ['最低报酬(元)', 'Pay from', 'Lowest pay'] },
  { key: 'payMax', title: '最高报酬', aliases: ['最高报酬(元)', 'Pay to', 'Highest pay'] },
  { key: 'payPeriod', title: '计薪周期', aliases: ['Pay period'] },
  { key: 'payMonths', title: '年发薪月数', aliases: ['Pay months', 'Monthly salaries a year'] },
  { key: 'benefits', title: '福利待遇', aliases: ['Benefits'] },
  { key: 'education', title: '学历要求', aliases: ['Education'] },
  { key: 'experienceYears', title: '经验年限', aliases: ['Experience', 'Years of experience'] },
  { key: 'skills', title: '技能要求', aliases: ['Skills'] },
  { key: 'occupationCode', title: '职业代码', aliases: ['Occupation code'] },
  { key: 'validThrough', title: '有效期至', aliases: ['Valid through', 'Valid until'] },
  { key: 'startsOn', title: '到岗时间', aliases: ['到岗日期', 'Start date', 'Starts on'] },
];

/** A row that shows how the columns are meant; its title says that it is to be replaced. */
const EXAMPLE: Readonly<Record<TemplateColumn, string>> = {
  title: '数控操作工（示例，请替换）',
  headcount: '10',
  engagementType: '全日制',
  duties: '操作数控车床，完成日常点检与保养。',
  conditions: '中专及以上学历，能看懂机械图纸。',
  workConditions: '两班倒，车间恒温，提供住宿。',
  region: '江苏省苏州市吴中区',
  address: '木渎镇金枫南路1号',
  payMin: '6000',
  payMax: '8000',
  payPeriod: '月',
  payMonths: '12',
  benefits: '五险一金、免费班车',
  education: '中专',
  experienceYears: '1',
  skills: '数控编程、机械制图',
  occupationCode: '',
  validThrough: '',
  startsOn: '',
};

export type TemplateFormat = 'xlsx' | 'csv';

/** The empty template with its example row; the last day of validity in it is the given one. */
export function writeTemplate(format: TemplateFormat, validThrough: string): Promise<Buffer> {
  const columns: OutputColumn<typeof EXAMPLE>[] = TEMPLATE_COLUMNS.map(
    ({ key, title, isRequired }) => ({
      title: isRequired ? `${title}（必填）` : title,
      value: (row) => row[key],
      width: key === 'duties' || key === 'conditions' ? 40 : 16,
    }),
  );
  const rows = [{ ...EXAMPLE, validThrough }];
  return format === 'xlsx'
    ? writeXlsx(rows, columns, '岗位')
    : Promise.resolve(writeCsv(rows, columns));
}
