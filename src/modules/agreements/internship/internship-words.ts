import type { InternshipText } from './internship.rules.js';

/** An internship as the printed text says it; the paper is in Chinese. */
export function internshipSentences(text: InternshipText): string[] {
  const night = text.hasNightWork ? '安排夜班' : '不安排夜班';
  return [
    `实习岗位：${text.postTitle}`,
    `实习报酬：每月${String(text.monthlyPay)}元，按月以货币直接支付给学生；同岗位工资或其最低档为每月${String(text.postMonthlyPay)}元`,
    `实习时间：每日${String(text.hoursPerDay)}小时，每周${String(text.hoursPerWeek)}小时，${night}`,
    `实习单位在岗职工${String(text.hostEmployees)}人，其中同类岗位${String(text.postEmployees)}人`,
    `学校指导教师：${text.collegeTutor}；单位指导教师：${text.hostTutor}`,
  ];
}
