import { money } from '../../../core/graphql/index.js';
import type { ReferenceTables } from '../../reference-data/index.js';
import type { ProfileEntries } from '../profile/profile-entries.reader.js';
import type { JobSeekerProfile } from '../profile/profile.model.js';
import {
  FORMAT_VERSION,
  OWN,
  SCHEMA_ADDRESS,
  type JsonResumeDocument,
} from './json-resume.document.js';
import { LEVEL_WORDS } from './json-resume.words.js';

/** A profile as a JSON Resume 1.0.0; codes stand beside their words, so that reading it back loses nothing. */
export function toJsonResume(
  profile: JobSeekerProfile,
  entries: ProfileEntries,
  tables: ReferenceTables,
): JsonResumeDocument {
  const region = profile.homeRegionId === null ? null : tables.regions.find(profile.homeRegionId);
  const path = region === null ? [] : tables.regions.tree.path(region.id);
  return {
    $schema: SCHEMA_ADDRESS,
    basics: {
      ...given('name', profile.rawFullName),
      ...given('label', profile.rawHeadline),
      ...given('summary', profile.rawSummary),
      ...(region && {
        location: {
          countryCode: 'CN',
          ...given('region', path[0]?.name ?? null),
          city: region.fullName,
        },
      }),
      [OWN]: {
        ...given('homeRegionCode', region?.code ?? null),
        ...given('availableFrom', profile.availableFrom),
        intentions: entries.intentions.map((wish) => ({
          ...given('title', wish.title),
          ...given('occupationCode', wish.occupationCode),
          regionCodes: wish.regionIds.flatMap((id) => tables.regions.find(id)?.code ?? []),
          ...given('payMin', wish.payMinFen === null ? null : money(wish.payMinFen).amount),
          ...given('payMax', wish.payMaxFen === null ? null : money(wish.payMaxFen).amount),
          payPeriod: wish.payPeriod,
          ...given('engagementType', wish.engagementType),
          ...given('startFrom', wish.startFrom),
        })),
      },
    },
    work: entries.experiences.map((entry) => ({
      name: entry.employerName,
      position: entry.position,
      ...given('startDate', entry.startedOn),
      ...given('endDate', entry.endedOn),
      ...given('summary', entry.description),
      ...codes({ occupationCode: entry.occupationCode }),
    })),
    education: entries.educations.map((entry) => {
      const { educationLevelCode: level, collegeId } = entry;
      return {
        ...given('institution', entry.institution),
        ...given('area', entry.majorName),
        ...given(
          'studyType',
          level === null ? null : (tables.educationLevels.find(level)?.name ?? null),
        ),
        ...given('startDate', entry.startedOn),
        ...given('endDate', entry.endedOn),
        ...codes({ collegeCode: collegeId, educationLevelCode: level, majorCode: entry.majorCode }),
      };
    }),
    certificates: entries.certificates.map((entry) => ({
      name: entry.name,
      ...given('date', entry.issuedOn),
      ...given('issuer', entry.issuer),
      ...codes({ occupationCode: entry.occupationCode, skillLevelCode: entry.skillLevelId }),
    })),
    skills: entries.skills.map(({ name, proficiency }) => ({
      name,
      ...given('level', proficiency === null ? null : LEVEL_WORDS[proficiency]),
    })),
    meta: { version: FORMAT_VERSION },
  };
}

function given<K extends string>(key: K, value: string | null): { [P in K]?: string } {
  return value === null ? {} : ({ [key]: value } as { [P in K]?: string });
}

function codes<T extends Readonly<Record<string, string | null>>>(
  entries: T,
): { [OWN]?: Record<string, string> } {
  const known = Object.entries(entries).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return known.length === 0 ? {} : { [OWN]: Object.fromEntries(known) };
}
