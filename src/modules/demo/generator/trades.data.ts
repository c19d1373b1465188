import { INDUSTRY_TRADES } from './industry-trades.data.js';
import { SERVICE_TRADES } from './service-trades.data.js';
import type { DemoTrade } from './trade.js';

/** Manufacturing, logistics, care, catering, offices: in this order. */
export const DEMO_TRADES: readonly DemoTrade[] = [...INDUSTRY_TRADES, ...SERVICE_TRADES];

/** Words after a title that tell postings of one enterprise apart. */
export const TITLE_SUFFIXES = [
  '',
  '（长白班）',
  '（一分厂）',
  '（应届生）',
  '（两班倒）',
  '（二部）',
  '（储备）',
  '（急招）',
];

export const BENEFITS = [
  '五险一金',
  '包住',
  '工作餐',
  '班车',
  '年终奖',
  '带薪年假',
  '高温补贴',
  '免费培训',
  '节日福利',
  '定期体检',
];
