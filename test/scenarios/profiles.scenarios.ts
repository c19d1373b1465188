import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { REGION, regionId } from '../factories/reference-data.factory.js';
import type { ListScenario } from './scenario.js';

export const scenarios: ListScenario[] = [
  {
    field: 'jobSeekerProfiles',
    query: `{ jobSeekerProfiles(first: 50) { totalCount nodes {
      id fullName headline summary homeRegion { name } educationLevel { name } major { name } experienceYears
      completeness { share missing } portfolio { title } hiddenEmployers { name }
      educations { institution college { name } educationLevel { name } major { name } }
      experiences { employerName position occupation { name } } skills { name proficiency }
      certificates { name occupation { name } skillLevel { name } }
      intentions { title occupation { name } regions { name } payMin { amount } } } } }`,
    async prepare(app, rows) {
      const { recruiter } = await createEnterpriseWithRecruiter(app);
      for (let made = 0; made < rows; made += 1)
        await createProfile(app, { intentions: [{ regionIds: [regionId(REGION.suzhou)] }] });
      return { as: recruiter };
    },
  },
];
