import { WORDING_RULES } from './wording-rules.data.js';

export type WordingTopic = 'DISCRIMINATION' | 'FEE' | 'HYPE' | 'PAY' | 'CONTACT';
export type WordingSeverity = 'BLOCK' | 'WARN';

export interface WordingRule {
  readonly id: string;
  readonly topic: WordingTopic;
  /** BLOCK: cannot be published; WARN: shown to the author and the reviewer. */
  readonly severity: WordingSeverity;
  readonly pattern: RegExp;
  /** Words around a hit that make it harmless. */
  readonly except?: RegExp;
  readonly 'zh-CN': string;
  readonly en: string;
}

export interface WordingFinding {
  readonly ruleId: string;
  readonly topic: WordingTopic;
  readonly severity: WordingSeverity;
  /** Field of the posting the words stand in. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Characters on either side of a hit in which an exception counts. */
const AROUND = 12;
/** Text looked at in one field; longer texts are refused before this. */
const MOST_CHARACTERS = 20_000;

/** Every place in the given texts that a rule objects to, in order of field and position. */
export function checkWording(texts: Readonly<Record<string, string | null>>): WordingFinding[] {
  return Object.entries(texts).flatMap(([field, text]) =>
    text === null ? [] : checkText(field, text.slice(0, MOST_CHARACTERS)),
  );
}

export function blocksPublication(findings: readonly WordingFinding[]): boolean {
  return findings.some((finding) => finding.severity === 'BLOCK');
}

export function wordingRule(id: string): WordingRule | undefined {
  return WORDING_RULES.find((rule) => rule.id === id);
}

function checkText(field: string, text: string): WordingFinding[] {
  const findings: WordingFinding[] = [];
  for (const rule of WORDING_RULES) {
    for (const hit of text.matchAll(new RegExp(rule.pattern, `${rule.pattern.flags}g`))) {
      const end = hit.index + hit[0].length;
      const around = text.slice(Math.max(0, hit.index - AROUND), end + AROUND);
      if (rule.except?.test(sentenceOf(around, hit[0]))) continue;
      const { id: ruleId, topic, severity } = rule;
      findings.push({ ruleId, topic, severity, field, start: hit.index, end, words: hit[0] });
    }
  }
  return findings.sort((a, b) => a.start - b.start || a.ruleId.localeCompare(b.ruleId));
}

/** The part of `around` that belongs to the hit's own clause, so that a neighbour's exception does not count. */
function sentenceOf(around: string, hit: string): string {
  const at = around.indexOf(hit);
  const before =
    around
      .slice(0, at)
      .split(/[。；;！!\n]/u)
      .at(-1) ?? '';
  const after = around.slice(at + hit.length).split(/[。；;！!\n]/u)[0] ?? '';
  return before + hit + after;
}
