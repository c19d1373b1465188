import {
  UNKNOWN_POSTING,
  UNKNOWN_SEEKER,
  type PostingFeatures,
  type SeekerFeatures,
} from './match-features.js';
import { unknownRequirements } from './unknown-requirements.js';

const nobody: SeekerFeatures = { ...UNKNOWN_SEEKER, profileId: 'p' };
const person: SeekerFeatures = {
  ...nobody,
  wishedRegionIds: ['suzhou'],
  wishedPayMinFen: 600_000,
  skills: ['Python'],
  certificates: ['焊工证'],
  skillLevel: 3,
  educationRank: 6,
  experienceYears: 1,
  availableFrom: '2027-03-01',
};
const silent: PostingFeatures = { ...UNKNOWN_POSTING, jobPostingId: 'j', title: '数据分析师' };
const asking: PostingFeatures = {
  ...silent,
  regionPath: ['jiangsu', 'suzhou'],
  payMaxFen: 700_000,
  skills: [{ name: 'Go', isRequired: true, weight: 5 }],
  requiredCertificates: ['电工证'],
  skillLevel: 4,
  educationRank: 7,
  experienceYears: 5,
  startsOn: '2027-02-01',
};

describe('requirements that are not known', () => {
  it('are those only one side says something about', () => {
    expect(unknownRequirements(nobody, asking)).toEqual([
      ...['EDUCATION', 'EXPERIENCE', 'REQUIRED_SKILL', 'CERTIFICATE', 'SKILL_LEVEL', 'START_DATE'],
    ]);
    expect(unknownRequirements(person, silent)).toEqual(['START_DATE', 'REGION', 'PAY']);
  });

  it('are none where both say something, met or unmet, and none where nobody does', () => {
    expect(unknownRequirements(person, asking)).toEqual([]);
    expect(unknownRequirements(nobody, silent)).toEqual([]);
  });
});
