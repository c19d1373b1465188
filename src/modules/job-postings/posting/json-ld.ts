import type { EngagementType, PayPeriod } from './job-posting.enums.js';
import type { JobPosting } from './job-posting.model.js';

/** What a posting names and a reader has looked up. */
export interface JsonLdContext {
  /** Address of the posting's own page. */
  readonly url: string;
  readonly organisation: { readonly name: string; readonly website: string | null } | null;
  /** From the province down to the region of the work. */
  readonly regionPath: readonly { readonly name: string; readonly code: string }[];
  readonly occupation: { readonly code: string; readonly name: string } | null;
  readonly industryName: string | null;
  readonly educationName: string | null;
  readonly skills: readonly string[];
}

const EMPLOYMENT: Readonly<Record<EngagementType, string>> = {
  FULL_TIME: 'FULL_TIME',
  PART_TIME: 'PART_TIME',
  LABOUR_DISPATCH: 'CONTRACTOR',
  INTERNSHIP: 'INTERN',
  SEASONAL: 'TEMPORARY',
  FLEXIBLE: 'OTHER',
};

const UNITS: Readonly<Record<PayPeriod, string | null>> = {
  MONTH: 'MONTH',
  YEAR: 'YEAR',
  DAY: 'DAY',
  HOUR: 'HOUR',
  PIECE: null,
};

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/**
 * The posting as schema.org/JobPosting, for a page of its own; null unless it is published. What is missing is left out,
 * never made up; the date of publication is the first one.
 */
export function jobPostingJsonLd(posting: JobPosting, context: JsonLdContext): Json | null {
  if (posting.state !== 'PUBLISHED' || posting.publishedAt === null) return null;
  const { occupation } = context;
  return compact({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    url: context.url,
    identifier: {
      '@type': 'PropertyValue',
      name: posting.source?.name ?? 'Gongqiao',
      value: posting.id,
    },
    title: posting.title,
    description: descriptionOf(posting),
    datePosted: posting.publishedAt.toISOString(),
    // The end of the last day, in China.
    validThrough:
      posting.validThrough === null ? undefined : `${posting.validThrough}T23:59:59+08:00`,
    jobStartDate: posting.startsOn ?? undefined,
    employmentType:
      posting.engagementType === null ? undefined : EMPLOYMENT[posting.engagementType],
    hiringOrganization: employerOf(posting, context),
    jobLocation: locationOf(posting, context),
    baseSalary: salaryOf(posting),
    totalJobOpenings: posting.headcount ?? undefined,
    industry: context.industryName ?? undefined,
    occupationalCategory: occupation ? `${occupation.code} ${occupation.name}` : undefined,
    responsibilities: posting.duties ?? undefined,
    qualifications: posting.conditions ?? undefined,
    educationRequirements: context.educationName ?? undefined,
    experienceRequirements: posting.experienceYearsMin
      ? {
          '@type': 'OccupationalExperienceRequirements',
          monthsOfExperience: posting.experienceYearsMin * 12,
        }
      : undefined,
    skills: context.skills.length > 0 ? context.skills.join('、') : undefined,
    jobBenefits: posting.benefits.length > 0 ? posting.benefits.join('、') : undefined,
    directApply: posting.publication === 'OWN',
  });
}

function descriptionOf({ duties, conditions, workConditions, title }: JobPosting): string {
  const parts = [duties, conditions, workConditions].filter((part) => part !== null);
  return parts.length > 0 ? parts.join('\n') : title;
}

function employerOf(posting: JobPosting, { organisation }: JsonLdContext): Json | undefined {
  const name = organisation?.name ?? posting.employerName;
  if (name === null) return undefined;
  return compact({ '@type': 'Organization', name, sameAs: organisation?.website ?? undefined });
}

function locationOf(posting: JobPosting, { regionPath }: JsonLdContext): Json | undefined {
  const [province, city, ...below] = regionPath;
  const deepest = regionPath.at(-1);
  if (!province || !deepest) return undefined;
  const street = [...below.map(({ name }) => name), posting.address ?? ''].join('');
  return {
    '@type': 'Place',
    address: compact({
      '@type': 'PostalAddress',
      addressCountry: 'CN',
      addressRegion: province.name,
      addressLocality: city?.name,
      streetAddress: street === '' ? undefined : street,
    }),
    identifier: deepest.code,
  };
}

function salaryOf({ pay }: JobPosting): Json | undefined {
  const unit = pay?.period ? UNITS[pay.period] : null;
  if (!pay || !unit || (pay.min === null && pay.max === null)) return undefined;
  return {
    '@type': 'MonetaryAmount',
    currency: 'CNY',
    value: compact({
      '@type': 'QuantitativeValue',
      minValue: pay.min === null ? undefined : Number(pay.min.amount),
      maxValue: pay.max === null ? undefined : Number(pay.max.amount),
      unitText: unit,
    }),
  };
}

function compact(entries: Readonly<Record<string, Json | undefined>>): { [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
}
