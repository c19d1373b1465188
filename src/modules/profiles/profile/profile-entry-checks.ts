import { Injectable } from '@nestjs/common';
import { fenOf } from '../../../core/graphql/index.js';
import { ReferenceReader, skillKey } from '../../reference-data/index.js';
import type {
  CertificateValues,
  EducationValues,
  ExperienceValues,
  IntentionValues,
  SkillValues,
} from './profile-entries.inputs.js';
import type {
  NewCertificate,
  NewEducation,
  NewExperience,
  NewIntention,
  NewSkill,
} from './profile-entries.js';
import { profileErrors } from './profile.errors.js';

/** An education with the rank of its level, by which the highest is found. */
export interface RankedEducation extends NewEducation {
  readonly rank: number | null;
}

type Code = string | null | undefined;
const MOST_PAY_FEN = 10_000_000_000n;

/** Turns entries as they were typed into what is stored; every code is looked up, what is wrong is refused by its field. */
@Injectable()
export class ProfileEntryChecks {
  constructor(private readonly reference: ReferenceReader) {}

  async educations(values: readonly EducationValues[]): Promise<RankedEducation[]> {
    return Promise.all(values.map((entry, index) => this.education(entry, index)));
  }

  async experiences(values: readonly ExperienceValues[]): Promise<NewExperience[]> {
    return Promise.all(
      values.map(async (entry, index) => ({
        employerName: entry.employerName,
        position: entry.position,
        description: entry.description ?? null,
        startedOn: entry.startedOn ?? null,
        endedOn: entry.endedOn ?? null,
        occupationCode: await this.occupation(entry.occupationCode, ['experiences', index]),
      })),
    );
  }

  skills(values: readonly SkillValues[]): NewSkill[] {
    const seen = new Set<string>();
    return values.map(({ name, proficiency }, index) => {
      const key = skillKey(name);
      if (seen.has(key))
        throw profileErrors.DUPLICATE_SKILL({ field: ['skills', String(index), 'name'] });
      seen.add(key);
      return { name, proficiency: proficiency ?? null };
    });
  }

  async certificates(values: readonly CertificateValues[]): Promise<NewCertificate[]> {
    return Promise.all(
      values.map(async (entry, index) => {
        const field = ['certificates', String(index), 'skillLevelCode'];
        const level = entry.skillLevelCode
          ? await this.reference.requireSkillLevel(entry.skillLevelCode, field)
          : null;
        return {
          name: entry.name,
          issuer: entry.issuer ?? null,
          issuedOn: entry.issuedOn ?? null,
          skillLevelId: level?.code ?? null,
          occupationCode: await this.occupation(entry.occupationCode, ['certificates', index]),
        };
      }),
    );
  }

  async intentions(values: readonly IntentionValues[]): Promise<NewIntention[]> {
    return Promise.all(values.map((entry, index) => this.intention(entry, index)));
  }

  private async education(entry: EducationValues, index: number): Promise<RankedEducation> {
    const field = (name: string): string[] => ['educations', String(index), name];
    const { collegeCode, educationLevelCode, majorCode } = entry;
    const college = collegeCode
      ? await this.reference.requireCollege(collegeCode, field('collegeCode'))
      : null;
    const level = educationLevelCode
      ? await this.reference.requireEducationLevel(educationLevelCode, field('educationLevelCode'))
      : null;
    const major = majorCode
      ? await this.reference.requireMajor(majorCode, field('majorCode'))
      : null;
    return {
      institution: entry.institution,
      collegeId: college?.id ?? null,
      educationLevelCode: level?.code ?? null,
      majorName: entry.majorName ?? major?.name ?? null,
      majorCode: major?.code ?? null,
      startedOn: entry.startedOn ?? null,
      endedOn: entry.endedOn ?? null,
      rank: level?.rank ?? null,
    };
  }

  private async intention(entry: IntentionValues, index: number): Promise<NewIntention> {
    const field = (name: string): string[] => ['intentions', String(index), name];
    const occupationCode = await this.occupation(entry.occupationCode, ['intentions', index]);
    const title = entry.title ?? null;
    if (title === null && occupationCode === null)
      throw profileErrors.INTENTION_EMPTY({ field: field('title') });
    const regions = await this.reference.requireRegions(
      entry.regionCodes ?? [],
      field('regionCodes'),
    );
    const payMinFen = payOf(entry.payMin, field('payMin'));
    const payMaxFen = payOf(entry.payMax, field('payMax'));
    if (payMinFen !== null && payMaxFen !== null && payMinFen > payMaxFen)
      throw profileErrors.PAY_UPSIDE_DOWN({ field: field('payMax') });
    return {
      title,
      occupationCode,
      regionIds: [...new Set(regions.map((region) => region.id))],
      payMinFen,
      payMaxFen,
      payPeriod: entry.payPeriod ?? 'MONTH',
      engagementType: entry.engagementType ?? null,
      startFrom: entry.startFrom ?? null,
    };
  }

  private async occupation(
    code: Code,
    [list, index]: readonly [string, number],
  ): Promise<string | null> {
    if (!code) return null;
    const field = [list, String(index), 'occupationCode'];
    return (await this.reference.requireOccupation(code, field)).code;
  }
}

function payOf(
  input: { readonly amount: string } | null | undefined,
  field: readonly string[],
): bigint | null {
  if (!input) return null;
  const fen = fenOf(input, field);
  if (fen <= 0n || fen > MOST_PAY_FEN)
    throw profileErrors.PAY_IMPLAUSIBLE({ field: [...field, 'amount'] });
  return fen;
}
