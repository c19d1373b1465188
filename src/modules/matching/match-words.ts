import { Injectable } from '@nestjs/common';
import { isUuid } from '../../core/clock/index.js';
import { requestContext } from '../../core/context/index.js';
import { ReferenceReader } from '../reference-data/index.js';
import type { MatchTerm } from './engine/match-explanation.js';
import type { MatchReason } from './matching.model.js';

const TOKENS: Readonly<Record<string, Readonly<Record<'zh-CN' | 'en', string>>>> = {
  ANYWHERE: { 'zh-CN': '不限地区', en: 'anywhere' },
  NOT_STATED: { 'zh-CN': '岗位未标明', en: 'not stated' },
};

const OCCUPATION = /^\d(-\d{2}){0,3}$/;

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
      return TOKENS[evidence]?.[locale] ?? evidence;
    };
    return terms.map(({ name, points, maximum, evidence, missing }) => ({
      name,
      points,
      maximum,
      evidence: evidence.map(word),
      missing: missing.map(word),
    }));
  }
}
