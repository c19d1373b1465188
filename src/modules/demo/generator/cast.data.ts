export const SUZHOU = '320500';
export const WUZHONG = '320506';
/** A region people come from. */
export const QIANXINAN = '522300';

/** Districts of Suzhou with the weight they get in the demo data, and a street of each. */
export const DISTRICTS: readonly {
  readonly code: string;
  readonly weight: number;
  readonly streets: readonly string[];
}[] = [
  {
    code: '320506',
    weight: 6,
    streets: [
      '越溪街道示例路',
      '木渎镇示例大道',
      '甪直镇示例路',
      '胥口镇示例工业园',
      '郭巷街道示例街',
    ],
  },
  { code: '320576', weight: 4, streets: ['示例星湖路', '示例苏虹中路'] },
  { code: '320505', weight: 3, streets: ['示例狮山路', '示例科技城'] },
  { code: '320583', weight: 3, streets: ['示例前进路', '示例开发区'] },
  { code: '320509', weight: 2, streets: ['示例松陵路'] },
  { code: '320507', weight: 2, streets: ['示例元和路'] },
  { code: '320508', weight: 1, streets: ['示例人民路'] },
  { code: '320581', weight: 1, streets: ['示例虞山路'] },
  { code: '320582', weight: 1, streets: ['示例杨舍路'] },
  { code: '320585', weight: 1, streets: ['示例太仓路'] },
];

/** Colleges of the ministry's list; everything else about them is invented and says so. */
export const COLLEGE_CODES = [
  '4132011054',
  '4132012685',
  '4132012686',
  '4132012688',
  '4132012809',
  '4132012808',
  '4132014295',
  '4132010960',
  '4141014351',
  '4134012812',
  '4141014383',
  '4152013818',
] as const;

/** Labour bases outside the province: region and invented name. */
export const LABOUR_BASES: readonly { readonly regionCode: string; readonly name: string }[] = [
  { regionCode: '522300', name: '示例黔西南劳务协作基地' },
  { regionCode: '411500', name: '示例信阳劳务协作基地' },
  { regionCode: '341200', name: '示例阜阳劳务协作基地' },
  { regionCode: '622900', name: '示例临夏劳务协作基地' },
];

export const FAMILY_NAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
];
export const GIVEN_NAMES = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红玲云峰建飞鹏浩宇欣怡佳雪晨阳博文志远思源晓燕春梅秋月冬青',
];
/** Parts of invented enterprises' names. */
export const ENTERPRISE_PREFIXES = [
  '吴越',
  '澹台',
  '灵岩',
  '穹窿',
  '尧峰',
  '石湖',
  '东太湖',
  '金鸡',
  '独墅',
  '阳澄',
  '虎丘',
  '枫桥',
  '平江',
  '山塘',
  '横塘',
  '渔洋',
  '香山',
  '光福',
  '甪直',
  '同里',
  '震泽',
  '锦溪',
  '千灯',
  '巴城',
  '沙溪',
  '浏河',
  '虞山',
  '尚湖',
  '暨阳',
  '凤凰',
  '天池',
  '花山',
  '旺山',
  '西山',
  '莫厘',
  '缥缈',
  '三山',
  '漫山',
  '陆巷',
  '明月',
];
