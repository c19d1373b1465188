import fc from 'fast-check';
import type {
  PostingFeatures,
  SeekerFeatures,
} from '../../src/modules/matching/engine/match-features.js';

const titles = fc.constantFrom(
  '数据分析师',
  '操作工',
  '护理员',
  'Java开发',
  'Machine operator',
  '焊工',
);
const skills = fc.constantFrom('python', 'sql', '焊接', 'excel', '叉车');
const majors = fc.constantFrom('460301', '护理', '520201', '数据分析');
const occupations = fc.constantFrom('4-07-05-01', '4-07-05-02', '2-02-10-03');
const regions = fc.subarray(['suzhou', 'wuxi', 'jiangsu']);

const days = fc.constantFrom('2026-12-01', '2027-03-01', '2027-07-01', '2070-01-01');

const people: fc.Arbitrary<Omit<SeekerFeatures, 'profileId'>> = fc.record({
  wishedTitles: fc.array(titles, { maxLength: 3 }),
  wishedOccupationCodes: fc.array(occupations, { maxLength: 2 }),
  wishedRegionIds: regions,
  wishedPayMinFen: fc.option(fc.integer({ min: 0, max: 2_000_000 })),
  skills: fc.array(skills, { maxLength: 4 }),
  certificates: fc.subarray(['电工证', '护士执业证']),
  skillLevel: fc.option(fc.integer({ min: 1, max: 8 })),
  majors: fc.array(majors, { maxLength: 2 }),
  pastTitles: fc.array(titles, { maxLength: 2 }),
  educationRank: fc.option(fc.integer({ min: 2, max: 8 })),
  experienceYears: fc.option(fc.integer({ min: 0, max: 9 })),
  availableFrom: fc.option(days),
  hiddenFromOrganisationIds: fc.subarray(['o1', 'o2']),
  collegeIds: fc.subarray(['c1', 'c2']),
});

const postings: fc.Arbitrary<Omit<PostingFeatures, 'jobPostingId'>> = fc.record({
  organisationId: fc.option(fc.constantFrom('o1', 'o2', 'o3')),
  employer: fc.option(fc.constantFrom('o1', 'o2')),
  title: titles,
  occupationCode: fc.option(occupations),
  regionPath: regions,
  payMinFen: fc.option(fc.integer({ min: 1, max: 900_000 })),
  payMaxFen: fc.option(fc.integer({ min: 900_000, max: 2_000_000 })),
  skills: fc.uniqueArray(
    fc.record({ name: skills, isRequired: fc.boolean(), weight: fc.integer({ min: 1, max: 10 }) }),
    { maxLength: 3, selector: (skill) => skill.name },
  ),
  requiredCertificates: fc.subarray(['电工证', '护士执业证']),
  skillLevel: fc.option(fc.integer({ min: 1, max: 8 })),
  majorCodes: fc.array(fc.constantFrom('460301', '460305', '520201'), { maxLength: 2 }),
  interestShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  educationRank: fc.option(fc.integer({ min: 2, max: 8 })),
  experienceYears: fc.option(fc.integer({ min: 0, max: 9 })),
  startsOn: fc.option(days),
  freeSeats: fc.option(fc.integer({ min: 0, max: 3 })),
  audienceCollegeIds: fc.option(fc.subarray(['c1', 'c2'])),
});

/** Small markets of every kind of person and posting, empty sides included. */
export const markets = fc.record({
  people: fc
    .array(people, { maxLength: 8 })
    .map((all) => all.map((person, i) => ({ ...person, profileId: `person-${i}` }))),
  postings: fc
    .array(postings, { maxLength: 8 })
    .map((all) => all.map((posting, i) => ({ ...posting, jobPostingId: `posting-${i}` }))),
});

/** What nobody is ranked by. */
export const protectedFacts = fc.record({
  name: fc.string(),
  sex: fc.constantFrom('female', 'male', 'unknown'),
  ethnicity: fc.string(),
  householdRegistration: fc.constantFrom('suzhou', 'wuxi', 'elsewhere'),
  maritalState: fc.constantFrom('single', 'married', 'divorced', 'widowed'),
  photo: fc.string(),
  birthDate: fc.date({ noInvalidDate: true }),
});
