import { describe, expect, it } from 'vitest';
import { hashKey } from '../../reference-data/index.js';
import { learnWords, type LearntText } from './learn-words.js';
import { kinship, meaningOf } from './word-table.js';

function text(...names: string[]): LearntText {
  return { says: 1, parts: names.map((folded) => ({ folded, says: 1 })) };
}

function many(count: number, ...names: string[]): LearntText[] {
  return Array.from({ length: count }, () => text(...names));
}

describe('learnWords', () => {
  it('keeps nothing of a word that fewer than twenty postings have', () => {
    const postings = [...many(20, 'plc'), ...many(19, 'mes')];

    const { words, postingCount } = learnWords({ tables: [], postings }, 1);

    expect(Object.keys(words)).toEqual([hashKey('plc')]);
    expect(postingCount).toBe(39);
  });

  it('gives the same table for the same texts', () => {
    const sources = { tables: [text('电工', '电气'), text('电工', '钳工')], postings: [] };

    expect(learnWords(sources, 1)).toEqual(learnWords(sources, 1));
  });
});

describe('meaningOf', () => {
  it('knows work by other words', () => {
    const nanny = meaningOf('保姆');

    expect(kinship(nanny, nanny)).toBeCloseTo(1, 5);
    expect(kinship(nanny, meaningOf('家政服务员'))).toBeGreaterThan(0.5);
    expect(kinship(nanny, meaningOf('焊工'))).toBeLessThan(0.2);
  });

  it('knows nothing of a text without a Chinese character or without a known word', () => {
    expect(meaningOf('software engineer')).toBeNull();
    expect(meaningOf('龘')).toBeNull();
    expect(kinship(null, meaningOf('保姆'))).toBe(0);
  });
});
