import type { WordingRule } from './wording-check.js';

/** Edition of the rules; stored with every check, so that a decision can be explained later. */
export const WORDING_EDITION = '2026-11';

/**
 * What a posting must not say. Sources: 人力资源市场暂行条例 Art. 24 (no discrimination, true and lawful),
 * 网络招聘服务管理规定, the five-ministry notice of January 2026 (no hype, no hidden fees, pay stated),
 * 劳动合同法 Art. 9 (no deposits, no keeping of documents), 就业促进法 Arts. 26–31.
 * `except` names harmless neighbours of a pattern, tried on the words around the hit.
 */
export const WORDING_RULES: readonly WordingRule[] = [
  {
    id: 'SEX-1',
    topic: 'DISCRIMINATION',
    severity: 'BLOCK',
    pattern:
      /(?:限|仅限|只限|只招|仅招|要求|须为?)\s*(?:男|女)(?:性|生|士|工|员工)?|(?:男|女)(?:性|士|生)?\s*(?:优先|不限?招|勿扰|免谈)|(?:男|女)士?优先|性别\s*[:：]\s*(?:男|女)(?!\s*(?:女|男|均|不))/u,
    except: /男女不限|男女均可|不限男女|性别不限/u,
    'zh-CN': '不得限定或优先性别',
    en: 'Must not limit or prefer a sex',
  },
  {
    id: 'FAMILY-1',
    topic: 'DISCRIMINATION',
    severity: 'BLOCK',
    pattern:
      /(?:已婚已育|未婚未育|已育|未育|已婚|未婚)(?:者|女性|女士)?\s*(?:优先|勿扰|不要)?|(?:无|没有|近期无)(?:生育|怀孕|结婚)(?:计划|打算)/u,
    except: /不限|均可/u,
    'zh-CN': '不得以婚姻、生育状况为条件',
    en: 'Must not ask about marriage or children',
  },
  {
    id: 'ETHNICITY-1',
    topic: 'DISCRIMINATION',
    severity: 'BLOCK',
    pattern:
      /(?:限|仅限|只招|要求|须为?)\s*汉族|汉族(?:人)?优先|(?:不招|不要|谢绝|除)[^，。；\n]{0,8}(?:少数民族|回族|维吾?尔?族|藏族|彝族|蒙古族)|少数民族(?:勿扰|除外|免谈)/u,
    'zh-CN': '不得限定民族',
    en: 'Must not limit ethnicity',
  },
  {
    id: 'RELIGION-1',
    topic: 'DISCRIMINATION',
    severity: 'BLOCK',
    pattern:
      /(?:无|不得有|不能有|谢绝|不招)[^，。；\n]{0,6}宗教信仰|信教(?:者|人员)?(?:勿扰|除外|优先)/u,
    'zh-CN': '不得限定宗教信仰',
    en: 'Must not limit religion',
  },
  {
    id: 'RESIDENCE-1',
    topic: 'DISCRIMINATION',
    severity: 'BLOCK',
    pattern:
      /(?:限|仅限|只招|须|要求|必须)[^，。；\n]{0,6}(?:本地|本市|本省|城镇|非农)?(?:户口|户籍)|(?:本地|本市|本省)(?:户口|户籍|人)(?:优先|勿扰|免谈|除外)|(?:户口|户籍)(?:优先|勿扰|免谈|除外)|(?:外地人|外省人|[\p{Script=Han}]{2,3}籍)(?:勿扰|除外|不招|免谈)/u,
    except: /户籍不限|户口不限|迁户口|户口迁/u,
    'zh-CN': '不得限定户籍或地域',
    en: 'Must not limit residence or origin',
  },
  {
    id: 'AGE-1',
    topic: 'DISCRIMINATION',
    severity: 'WARN',
    pattern:
      /(?:年龄\s*(?:要求|限制)?\s*[:：]?\s*)?\d{2}\s*(?:[-—~至到]\s*\d{2})?\s*(?:周岁|岁)(?:以[上下内]|之间|左右)?|年龄\s*(?:要求|限制)?\s*[:：]?\s*\d{2}/u,
    except: /(?:年满|满)\s*(?:16|18)\s*周?岁|(?:16|18)\s*周?岁以上|年龄不限/u,
    'zh-CN': '年龄限制须有法定依据，否则请删除',
    en: 'An age limit needs a legal ground; remove it otherwise',
  },
  {
    id: 'HEALTH-1',
    topic: 'DISCRIMINATION',
    severity: 'BLOCK',
    pattern:
      /(?:乙肝|肝炎|HIV|艾滋)[^，。；\n]{0,8}(?:勿扰|除外|不招|免谈|阴性)|无(?:乙肝|传染病史|纹身)|(?:谢绝|不招)[^，。；\n]{0,4}残疾/iu,
    'zh-CN': '不得以乙肝、残疾等为由拒绝录用',
    en: 'Must not refuse for hepatitis B, disability and the like',
  },
  {
    id: 'LOOKS-1',
    topic: 'DISCRIMINATION',
    severity: 'WARN',
    pattern:
      /(?:形象|气质|外貌|相貌|五官|颜值)(?:好|佳|端正|良好|出众|姣好|高)|身高\s*(?:要求)?\s*[:：]?\s*1?\d{2}/u,
    'zh-CN': '外貌、身高要求须与岗位直接相关',
    en: 'Looks or height must be tied to the work itself',
  },
  {
    id: 'SCHOOL-1',
    topic: 'DISCRIMINATION',
    severity: 'WARN',
    pattern:
      /(?:限|仅限|只招|须|要求|必须|优先)?[^，。；\n]{0,6}(?:985|211|双一流|全日制|统招)[^，。；\n]{0,8}/u,
    except: /非全日制|全日制工作|全日制劳动|全日制用工/u,
    'zh-CN': '不宜以毕业院校、学习方式为限制条件',
    en: 'Should not limit by school or form of study',
  },
  {
    id: 'FEE-1',
    topic: 'FEE',
    severity: 'BLOCK',
    pattern:
      /(?:收取?|交纳?|缴纳?|支付|自付|先交|预交|扣)[^，。；\n]{0,8}(?:押金|保证金|服装费|报名费|培训费|中介费|介绍费|体检费|资料费|住宿押金|工衣费)|(?:押金|保证金|报名费|中介费|介绍费|服装费)\s*[:：]?\s*\d+/u,
    except:
      /(?:不收|不交|无需|免|不需要?|零|退还?|公司(?:承担|支付|报销)|报销|不向|拒绝|严禁|禁止|不得|谨防|如遇|不会|从不|绝不)[^，。；\n]{0,10}/u,
    'zh-CN': '不得向求职者收取押金或任何费用',
    en: 'Must not charge deposits or fees',
  },
  {
    id: 'FEE-2',
    topic: 'FEE',
    severity: 'BLOCK',
    pattern:
      /(?:扣押|扣留|收取|上交|抵押|代管)[^，。；\n]{0,6}(?:身份证|毕业证|学位证|证件)(?!复印)/u,
    except: /不(?:扣|收|得|会|需)|严禁|禁止|复印件/u,
    'zh-CN': '不得扣押证件',
    en: 'Must not keep identity papers',
  },
  {
    id: 'FEE-3',
    topic: 'FEE',
    severity: 'BLOCK',
    pattern:
      /(?:培训|学费|课程)[^，。；\n]{0,6}(?:贷款|分期|助学贷)|先培训后(?:上岗|就业)[^，。；\n]{0,10}(?:费|贷)/u,
    'zh-CN': '不得以招聘为名推销培训贷款',
    en: 'Must not sell training loans as a job',
  },
  {
    id: 'HYPE-1',
    topic: 'HYPE',
    severity: 'BLOCK',
    pattern:
      /(?:保证|包|确保|百分百|100%)\s*(?:录用|入职|就业|高薪|月入过万)|(?:轻松|躺赚|日结|在家)[^，。；\n]{0,6}(?:月入过?\s*\d*万|日赚|日入\s*\d{3,})|月入(?:过|轻松过|超)\s*\d*万不是梦|稳赚不赔|零风险高回报|刷单/u,
    'zh-CN': '不得作虚假承诺或夸大宣传',
    en: 'Must not promise what cannot be kept',
  },
  {
    id: 'PAY-1',
    topic: 'PAY',
    severity: 'BLOCK',
    pattern:
      /(?:薪资|工资|待遇|薪酬|报酬|底薪|月薪|薪水)\s*[:：]?\s*(?:面议|电议|面谈|详谈|来电咨询)/u,
    'zh-CN': '“面议”不能代替基本劳动报酬，请写明金额',
    en: '"Negotiable" is not pay: state the amount',
  },
  {
    id: 'CONTACT-1',
    topic: 'CONTACT',
    severity: 'WARN',
    pattern:
      /(?<![\d.])1[3-9]\d{9}(?!\d)|(?:(?<![a-z])VX|微信|(?<![a-z])QQ|扣扣)号?\s*[:：]\s*[\w-]{5,}/iu,
    'zh-CN': '请勿在正文留下个人联系方式，申请请走平台',
    en: 'Leave personal contacts out; applications go through the platform',
  },
];
