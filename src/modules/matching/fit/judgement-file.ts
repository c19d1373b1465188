import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { UNKNOWN_POSTING, UNKNOWN_SEEKER } from '../engine/match-features.js';
import { FitFileError } from './fit-file-error.js';
import { outcomeOf, type Outcome } from './outcome.js';

const words = z.array(z.string().min(1));
const count = z.number().min(0);

const person = z
  .strictObject({
    id: z.string().min(1),
    wishedTitles: words,
    wishedOccupationCodes: words,
    wishedRegionIds: words,
    wishedPayMinFen: count,
    skills: words,
    certificates: words,
    skillLevel: count,
    majors: words,
    pastTitles: words,
    educationRank: count,
    experienceYears: count,
    availableFrom: z.iso.date(),
  })
  .partial()
  .required({ id: true });

const skill = z.strictObject({
  name: z.string().min(1),
  isRequired: z.boolean().default(false),
  weight: z.int().min(1).max(10).default(5),
});

const posting = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    occupationCode: z.string(),
    regionPath: words,
    payMinFen: count,
    payMaxFen: count,
    skills: z.array(skill),
    requiredCertificates: words,
    skillLevel: count,
    majorCodes: words,
    educationRank: count,
    experienceYears: count,
    startsOn: z.iso.date(),
    interestShare: z.number().min(0).max(1),
  })
  .partial()
  .required({ id: true, title: true });

/** One line of a file: a pair and whether it is a good one. What is left out is not known. */
const judgementSchema = z.strictObject({ person, posting, isGood: z.boolean() });

/** The judgements of a file with one JSON object a line, also compressed (.gz). Throws `FitFileError`. */
export function readJudgements(file: string): Outcome[] {
  return contentOf(file)
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : outcomeIn(line, `${file}:${i + 1}`)));
}

function contentOf(file: string): string {
  try {
    const content = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8');
  } catch (cause) {
    throw new FitFileError(`${file} cannot be read`, { cause });
  }
}

function outcomeIn(line: string, where: string): Outcome[] {
  const parsed = judgementSchema.safeParse(json(line, where));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new FitFileError(`${where}: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { isGood } = parsed.data;
  const { id: profileId, ...known } = parsed.data.person;
  const { id: jobPostingId, title, ...offered } = parsed.data.posting;
  const outcome = outcomeOf(
    { ...UNKNOWN_SEEKER, ...known, profileId },
    { ...UNKNOWN_POSTING, ...offered, title, jobPostingId },
    isGood,
  );
  return outcome ? [outcome] : [];
}

function json(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new FitFileError(`${where}: not a JSON object`, { cause });
  }
}
