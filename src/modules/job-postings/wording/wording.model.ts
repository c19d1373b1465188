import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { requestContext } from '../../../core/context/index.js';
import { wordingRule } from './wording-check.js';

export const WordingTopic = {
  DISCRIMINATION: 'DISCRIMINATION',
  FEE: 'FEE',
  HYPE: 'HYPE',
  PAY: 'PAY',
  CONTACT: 'CONTACT',
} as const;
export type WordingTopic = keyof typeof WordingTopic;

registerEnumType(WordingTopic, {
  name: 'WordingTopic',
  description: 'What a wording rule is about.',
  valuesMap: {
    DISCRIMINATION: { description: 'Limits by sex, origin and the like.' },
    FEE: { description: 'Deposits, fees and kept papers.' },
    HYPE: { description: 'Promises nobody can keep.' },
    PAY: { description: 'Pay that is not stated.' },
    CONTACT: { description: 'Personal contacts in the text.' },
  },
});

export const WordingSeverity = { BLOCK: 'BLOCK', WARN: 'WARN' } as const;
export type WordingSeverity = keyof typeof WordingSeverity;

registerEnumType(WordingSeverity, {
  name: 'WordingSeverity',
  description: 'What a finding does.',
  valuesMap: {
    BLOCK: { description: 'Cannot be published.' },
    WARN: { description: 'Shown to the author and to the bureau.' },
  },
});

@ObjectType('WordingFinding', { description: 'A place in a text that a wording rule objects to.' })
export class WordingFindingModel {
  @Field(() => String, { description: 'Id of the rule.' })
  ruleId!: string;

  @Field(() => WordingTopic, { description: 'What the rule is about.' })
  topic!: WordingTopic;

  @Field(() => WordingSeverity, { description: 'What it does.' })
  severity!: WordingSeverity;

  @Field(() => String, { description: 'Field of the posting the words stand in.' })
  field!: string;

  @Field(() => Int, { description: 'Where they begin, in UTF-16 units.' })
  start!: number;

  @Field(() => Int, { description: 'Where they end.' })
  end!: number;

  @Field(() => String, { description: 'What is wrong with them, in the language of the request.' })
  message!: string;
}

@ObjectType({ description: 'What the wording check says to some texts.' })
export class WordingCheck {
  @Field(() => String, { description: 'Edition of the rules.' })
  edition!: string;

  @Field(() => Boolean, { description: 'Whether anything stands in the way of publishing.' })
  blocks!: boolean;

  @Field(() => [WordingFindingModel], { description: 'Findings by field and place, at most 50.' })
  findings!: WordingFindingModel[];
}

/** How many findings an answer holds; whoever has that many begins anew. */
export const MOST_FINDINGS = 50;

/** A finding for a reader: with the message of its rule. One whose rule was dropped since is not shown. */
export function findingsForReader(
  findings: readonly {
    readonly ruleId: string;
    readonly field: string;
    readonly start: number;
    readonly end: number;
  }[],
): WordingFindingModel[] {
  const { locale } = requestContext();
  return findings.slice(0, MOST_FINDINGS).flatMap(({ ruleId, field, start, end }) => {
    const rule = wordingRule(ruleId);
    if (!rule) return [];
    const { topic, severity } = rule;
    return [{ ruleId, topic, severity, field, start, end, message: rule[locale] }];
  });
}
