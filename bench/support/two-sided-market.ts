import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { AllocationInput } from '../../src/modules/matching/allocation/allocation-market.js';
import { titlePieces } from '../../src/modules/matching/engine/match-features.js';
import { CORPUS } from './corpus.js';

/** Pairs worth less are no pairs. */
const LEAST_UTILITY = 0.15;

type Row = Readonly<Record<string, string>>;

/**
 * The two-sided corpus as a market: 0.6 × share of the title's pieces found in the wishes + 0.4 × share of the person's
 * skills found in the posting's text; out of reach are pay below the wish and postings without seats. A person wishes
 * for everything in reach, best first.
 */
export function twoSidedMarket(): AllocationInput {
  const postings = read('jobs.csv.gz').map((row) => ({
    id: row['id'] ?? '',
    seats: Number(row['headcount'] ?? 0),
    payMax: Number(row['salary_max'] ?? 0),
    pieces: titlePieces(row['title'] ?? ''),
    text: `${row['skills'] ?? ''} ${row['description'] ?? ''}`.toLowerCase(),
  }));
  const people = read('seekers.csv.gz').map((row) => {
    const wished = new Set(
      (row['expected_jobs'] ?? '').split('|').flatMap((t) => [...titlePieces(t)]),
    );
    const skills = (row['skills'] ?? '')
      .split('|')
      .map((skill) =>
        skill
          .replace(/_[A-Z]+$/, '')
          .trim()
          .toLowerCase(),
      )
      .filter((skill) => skill !== '');
    const payMin = Number(row['salary_min'] ?? 0);
    const wishes = postings
      .filter(({ seats, payMax }) => seats > 0 && !(payMax < payMin))
      .map(({ id, pieces, text }) => {
        const common = [...pieces].filter((piece) => wished.has(piece)).length;
        const held = skills.filter((skill) => text.includes(skill)).length;
        const weight =
          0.6 * (common / Math.max(1, pieces.size)) + 0.4 * (held / Math.max(1, skills.length));
        return { postingId: id, priority: weight, weight };
      })
      .filter(({ weight }) => weight >= LEAST_UTILITY)
      .sort((a, b) => b.weight - a.weight || (a.postingId < b.postingId ? -1 : 1));
    return { id: row['id'] ?? '', group: null, wishes };
  });
  return {
    seed: 'two-sided',
    people,
    postings: postings.map(({ id, seats }) => ({ id, seats, isOpen: true, quotas: [] })),
  };
}

function read(file: string): Row[] {
  const text = gunzipSync(readFileSync(resolve(CORPUS, 'tipdm-2023-two-sided', file)));
  return parse<Row>(text, { columns: true, bom: true });
}
