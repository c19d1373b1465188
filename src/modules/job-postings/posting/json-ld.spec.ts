import type { JobPosting } from './job-posting.model.js';
import { jobPostingJsonLd, type JsonLdContext } from './json-ld.js';

const posting: JobPosting = {
  id: '0199d0c4-0000-7000-8000-000000000001',
  publication: 'OWN',
  state: 'PUBLISHED',
  closeCause: null,
  title: '数控操作工',
  employerName: '示例电子',
  engagementType: 'FULL_TIME',
  headcount: 3,
  filledCount: 1,
  freeSeats: 2,
  duties: '操作数控车床。',
  conditions: '能看懂图纸。',
  workConditions: '两班倒。',
  address: '金枫南路1号',
  placeText: null,
  pay: {
    min: { amount: '6000.00', currency: 'CNY' },
    max: { amount: '8000.50', currency: 'CNY' },
    period: 'MONTH',
    months: 13,
    text: null,
  },
  benefits: ['五险一金', '班车'],
  experienceYearsMin: 2,
  validThrough: '2027-01-31',
  startsOn: '2027-03-01',
  publishedAt: new Date('2026-11-23T02:00:00Z'),
  publishAt: null,
  closedAt: null,
  pausedUntil: null,
  source: null,
  isComplete: true,
  missingElements: [],
  version: 4,
  createdAt: new Date('2026-11-22T02:00:00Z'),
  updatedAt: new Date('2026-11-24T02:00:00Z'),
  organisationId: 'o',
  occupationCode: '6-18-02-04',
  industryCode: null,
  regionId: 'r',
  educationLevelCode: '40',
  skillLevelCode: null,
  fingerprint: 'f',
  chargeRegionIds: [],
};

const context: JsonLdContext = {
  url: 'https://example.org/job-postings/1',
  organisation: { name: '示例电子', website: 'https://example.org' },
  regionPath: [
    { name: '江苏省', code: '320000' },
    { name: '苏州市', code: '320500' },
    { name: '吴中区', code: '320506' },
  ],
  occupation: { code: '6-18-02-04', name: '焊工' },
  industryName: '制造业',
  educationName: '中等职业教育',
  skills: ['数控编程'],
};

describe('jobPostingJsonLd', () => {
  it('says everything a complete posting says', () => {
    expect(jobPostingJsonLd(posting, context)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      url: 'https://example.org/job-postings/1',
      identifier: { '@type': 'PropertyValue', name: 'Gongqiao', value: posting.id },
      title: '数控操作工',
      description: '操作数控车床。\n能看懂图纸。\n两班倒。',
      datePosted: '2026-11-23T02:00:00.000Z',
      validThrough: '2027-01-31T23:59:59+08:00',
      jobStartDate: '2027-03-01',
      employmentType: 'FULL_TIME',
      hiringOrganization: {
        '@type': 'Organization',
        name: '示例电子',
        sameAs: 'https://example.org',
      },
      jobLocation: {
        '@type': 'Place',
        address: {
          '@type': 'PostalAddress',
          addressCountry: 'CN',
          addressRegion: '江苏省',
          addressLocality: '苏州市',
          streetAddress: '吴中区金枫南路1号',
        },
        identifier: '320506',
      },
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'CNY',
        value: {
          '@type': 'QuantitativeValue',
          minValue: 6000,
          maxValue: 8000.5,
          unitText: 'MONTH',
        },
      },
      totalJobOpenings: 3,
      industry: '制造业',
      occupationalCategory: '6-18-02-04 焊工',
      responsibilities: '操作数控车床。',
      qualifications: '能看懂图纸。',
      educationRequirements: '中等职业教育',
      experienceRequirements: {
        '@type': 'OccupationalExperienceRequirements',
        monthsOfExperience: 24,
      },
      skills: '数控编程',
      jobBenefits: '五险一金、班车',
      directApply: true,
    });
  });

  it('leaves out what an external posting lacks instead of making it up', () => {
    const external: JobPosting = {
      ...posting,
      publication: 'EXTERNAL',
      employerName: null,
      engagementType: null,
      headcount: null,
      duties: null,
      conditions: null,
      workConditions: null,
      pay: { min: null, max: null, period: null, months: null, text: '面议' },
      benefits: [],
      experienceYearsMin: null,
      validThrough: null,
      startsOn: null,
      source: { name: '来源', url: null, postedAt: null },
    };
    const nothing = {
      ...context,
      organisation: null,
      regionPath: [],
      occupation: null,
      industryName: null,
      educationName: null,
      skills: [],
    };
    expect(jobPostingJsonLd(external, nothing)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      url: context.url,
      identifier: { '@type': 'PropertyValue', name: '来源', value: posting.id },
      title: '数控操作工',
      description: '数控操作工',
      datePosted: '2026-11-23T02:00:00.000Z',
      directApply: false,
    });
  });

  it.each(['DRAFT', 'IN_REVIEW', 'SCHEDULED', 'PAUSED', 'CLOSED'] as const)(
    'says nothing about a posting in state %s',
    (state) => {
      expect(jobPostingJsonLd({ ...posting, state }, context)).toBeNull();
    },
  );

  it('gives no salary for piece rates, which fit no unit there', () => {
    const pay = posting.pay && { ...posting.pay, period: 'PIECE' as const };
    expect(jobPostingJsonLd({ ...posting, pay }, context)).not.toHaveProperty('baseSalary');
  });
});
