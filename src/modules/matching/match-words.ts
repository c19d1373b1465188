import { Injectable } from '@nestjs/common';
import { isUuid } from '../../core/clock/index.js';
import { requestContext } from '../../core/context/index.js';
import { ReferenceReader, type ReferenceTables } from '../reference-data/index.js';
import type { MatchTerm } from './engine/match-explanation.js';
import type { ChangeEffect } from './engine/match-outlook.js';
import type { MatchChange, MatchReason } from './matching.model.js';

type Locale = 'zh-CN' | 'en';
type Texts = Readonly<Record<Locale, string>>;

/** A calendar day in words; days have no time zone. */
const DAYS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

const TOKENS: Readonly<Record<string, Texts>> = {
  ANYWHERE: { 'zh-CN': '不限地区', en: 'anywhere' },
  NOT_STATED: { 'zh-CN': '岗位未标明', en: 'Not stated' },
  UNKNOWN: { 'zh-CN': '尚不清楚', en: 'Not known yet' },
};

const OCCUPATION = /^\d(-\d{2}){0,3}$/;
const MAJOR = /^\d{6}K?$/;
const FEN_A_YUAN = 100;

/** What changes, with the new value put in. */
const CHANGES: Readonly<Record<ChangeEffect['kind'], Texts>> = {
  SKILL: { 'zh-CN': '如果掌握“{value}”', en: 'With the skill “{value}”' },
  CERTIFICATE: { 'zh-CN': '如果取得“{value}”', en: 'With the certificate “{value}”' },
  SKILL_LEVEL: { 'zh-CN': '如果技能等级达到{value}', en: 'With the skill level “{value}”' },
  EDUCATION: { 'zh-CN': '如果学历达到{value}', en: 'With the education “{value}”' },
  EXPERIENCE: {
    'zh-CN': '如果工作满 {value} 年',
    en: 'With work experience of {value} years or more',
  },
  START_DATE: { 'zh-CN': '如果{value}就能到岗', en: 'If you were available from {value}' },
  PAY: { 'zh-CN': '如果月薪 {value} 元起也可以', en: 'If CNY {value} a month were enough' },
  REGION: { 'zh-CN': '如果也愿意到{value}工作', en: 'If {value} were a place of work too' },
};

/** What comes of it. */
const EFFECTS: Readonly<Record<'rises' | 'enters' | 'adds' | 'renews', Texts>> = {
  rises: { 'zh-CN': '排名从第 {before} 升到第 {after}', en: 'rank {before} → {after}' },
  enters: { 'zh-CN': '这个岗位会排到第 {after}', en: 'this posting would fit, at rank {after}' },
  adds: { 'zh-CN': '多出 {count} 个合适的岗位', en: '{count} more postings' },
  renews: { 'zh-CN': '前 20 名中有 {count} 个是新的', en: '{count} of the first 20 are new' },
};

/** Evidence of a match in words: codes and ids become the names they stand for. */
@Injectable()
export class MatchWords {
  constructor(private readonly reference: ReferenceReader) {}

  async reasons(terms: readonly MatchTerm[]): Promise<MatchReason[]> {
    const tables = await this.reference.tables();
    const { locale } = requestContext();
    const word = (evidence: string): string => {
      if (isUuid(evidence)) return tables.regions.find(evidence)?.displayName ?? evidence;
      if (OCCUPATION.test(evidence)) return tables.occupations.find(evidence)?.name ?? evidence;
      if (MAJOR.test(evidence)) return tables.majors.find(evidence)?.name ?? evidence;
      return TOKENS[evidence]?.[locale] ?? evidence;
    };
    // What was worked out before this was told apart is known as far as it says.
    return terms.map(({ name, points, maximum, isKnown = true, evidence, missing }) => ({
      name,
      points,
      maximum,
      isKnown,
      evidence: evidence.map(word),
      missing: missing.map(word),
    }));
  }

  async changes(effects: readonly ChangeEffect[]): Promise<MatchChange[]> {
    const tables = await this.reference.tables();
    const { locale } = requestContext();
    return effects.map((effect) => {
      const value = valueOf(effect, tables, locale);
      const results = resultsOf(effect).map(([name, values]) =>
        filled(EFFECTS[name][locale], values),
      );
      const change = filled(CHANGES[effect.kind][locale], { value });
      const sentence =
        locale === 'en'
          ? `${change}: ${results.join(', ')}.`
          : `${change}：${results.join('，')}。`;
      return { ...effect, value, sentence };
    });
  }
}

function valueOf({ kind, value }: ChangeEffect, tables: ReferenceTables, locale: Locale): string {
  const text = String(value);
  const ranked = (levels: readonly { rank: number; name: string }[]): string =>
    levels.find(({ rank }) => rank === value)?.name ?? text;
  switch (kind) {
    case 'REGION':
      return tables.regions.find(text)?.displayName ?? text;
    case 'EDUCATION':
      return ranked(tables.educationLevels.rows);
    case 'SKILL_LEVEL':
      return ranked(tables.skillLevels.rows);
    case 'START_DATE':
      return DAYS[locale].format(new Date(text));
    case 'PAY':
      return String(Math.round(Number(value) / FEN_A_YUAN));
    case 'SKILL':
    case 'CERTIFICATE':
    case 'EXPERIENCE':
      return text;
  }
}

type Result = readonly [keyof typeof EFFECTS, Readonly<Record<string, number>>];

/** Of a posting its place; of the market, how much more there is. */
function resultsOf({ rankBefore, rankAfter, addedCount, topCount }: ChangeEffect): Result[] {
  if (rankAfter !== null) {
    return rankBefore === null
      ? [['enters', { after: rankAfter }]]
      : [['rises', { before: rankBefore, after: rankAfter }]];
  }
  const results: Result[] = [];
  if (addedCount > 0) results.push(['adds', { count: addedCount }]);
  if (topCount > 0) results.push(['renews', { count: topCount }]);
  return results;
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
