import type { PublicPostingContentFragment } from '@/graphql/generated/features/job-postings/public/posting';

const EMPLOYMENT = {
  FULL_TIME: 'FULL_TIME',
  PART_TIME: 'PART_TIME',
  LABOUR_DISPATCH: 'CONTRACTOR',
  INTERNSHIP: 'INTERN',
  SEASONAL: 'TEMPORARY',
  FLEXIBLE: 'OTHER',
} as const;

const UNITS = { MONTH: 'MONTH', YEAR: 'YEAR', DAY: 'DAY', HOUR: 'HOUR', PIECE: null } as const;

/**
 * The posting as schema.org/JobPosting; undefined unless it is open to everyone. What is missing is left out, never made up.
 */
export function postingJsonLd(posting: PublicPostingContentFragment): object | undefined {
  const { state, publishedAt, validThrough, audience, engagementType, headcount } = posting;
  if (state !== 'PUBLISHED' || publishedAt === null || audience.rule !== 'EVERYONE')
    return undefined;
  const { duties, conditions, workConditions, experienceYearsMin, benefits } = posting;
  const description = [duties, conditions, workConditions].filter((part) => part !== null);
  return present({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    identifier: {
      '@type': 'PropertyValue',
      name: posting.source?.name ?? 'Gongqiao',
      value: posting.id,
    },
    title: posting.title,
    description: description.length > 0 ? description.join('\n') : posting.title,
    datePosted: publishedAt,
    // The end of the last day, in China.
    validThrough: validThrough && `${validThrough}T23:59:59+08:00`,
    jobStartDate: posting.startsOn,
    employmentType: engagementType && EMPLOYMENT[engagementType],
    hiringOrganization: employerOf(posting),
    jobLocation: locationOf(posting),
    baseSalary: salaryOf(posting),
    totalJobOpenings: headcount,
    industry: posting.industry?.name,
    occupationalCategory:
      posting.occupation && `${posting.occupation.code} ${posting.occupation.name}`,
    responsibilities: duties,
    qualifications: conditions,
    educationRequirements: posting.educationLevel?.name,
    experienceRequirements: experienceYearsMin
      ? {
          '@type': 'OccupationalExperienceRequirements',
          monthsOfExperience: experienceYearsMin * 12,
        }
      : null,
    jobBenefits: benefits.length > 0 ? benefits.join(', ') : null,
    directApply: posting.publication === 'OWN',
  });
}

function employerOf({ organisation, employerName }: PublicPostingContentFragment): object | null {
  const name = organisation?.name ?? employerName;
  return name === null
    ? null
    : present({ '@type': 'Organization', name, sameAs: organisation?.website });
}

function locationOf({ region, address }: PublicPostingContentFragment): object | null {
  if (region === null) return null;
  const [province, city, ...below] = [
    ...region.ancestors.map(({ displayName }) => displayName),
    region.displayName,
  ];
  return {
    '@type': 'Place',
    address: present({
      '@type': 'PostalAddress',
      addressCountry: 'CN',
      addressRegion: province,
      addressLocality: city,
      streetAddress: [...below, address ?? ''].join('') || null,
    }),
  };
}

function salaryOf({ pay }: PublicPostingContentFragment): object | null {
  const unitText = pay?.period ? UNITS[pay.period] : null;
  if (pay === null || unitText === null || (pay.min === null && pay.max === null)) return null;
  return {
    '@type': 'MonetaryAmount',
    currency: 'CNY',
    value: present({
      '@type': 'QuantitativeValue',
      minValue: pay.min && Number(pay.min.amount),
      maxValue: pay.max && Number(pay.max.amount),
      unitText,
    }),
  };
}

function present(entries: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== null && value !== undefined),
  );
}
