import { registerEnumType } from '@nestjs/graphql';
import { ProfileVisibility, SkillProficiency } from '../../../generated/prisma/enums.js';

export { ProfileVisibility, SkillProficiency };

registerEnumType(ProfileVisibility, {
  name: 'ProfileVisibility',
  description: 'Who may find a profile.',
  valuesMap: {
    EVERYONE: {
      description:
        'Verified enterprises, except those hidden from; name and contact are masked until the person applies.',
    },
    EMPLOYERS_I_APPLY_TO: { description: 'Only employers the person applied to.' },
  },
});

registerEnumType(SkillProficiency, {
  name: 'SkillProficiency',
  description: 'How well somebody masters a skill.',
  valuesMap: {
    BASIC: { description: 'Knows the basics (了解).' },
    SKILLED: { description: 'Works with it without help (熟练).' },
    EXPERT: { description: 'Teaches others (精通).' },
  },
});

export const ProfileStep = {
  NAME: 'NAME',
  HOME_REGION: 'HOME_REGION',
  EDUCATION: 'EDUCATION',
  SKILLS: 'SKILLS',
  INTENTIONS: 'INTENTIONS',
} as const;
export type ProfileStep = keyof typeof ProfileStep;

registerEnumType(ProfileStep, {
  name: 'ProfileStep',
  description: 'A part of a profile that employers expect.',
  valuesMap: {
    NAME: { description: 'The person’s name.' },
    HOME_REGION: { description: 'Where the person lives.' },
    EDUCATION: { description: 'At least one education.' },
    SKILLS: { description: 'At least one skill or certificate.' },
    INTENTIONS: { description: 'At least one kind of work the person wants.' },
  },
});
