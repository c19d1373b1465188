import { registerEnumType } from '@nestjs/graphql';
import {
  AccountClass,
  MemberRole,
  OrganisationChange,
  OrganisationKind,
  OrganisationStanding,
  SizeBand,
} from '../../../generated/prisma/enums.js';

export {
  AccountClass,
  MemberRole,
  OrganisationChange,
  OrganisationKind,
  OrganisationStanding,
  SizeBand,
};

registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'What sort of organisation it is.',
  valuesMap: {
    ENTERPRISE: { description: 'A company or other employer.' },
    COLLEGE: { description: 'A college or school that sends graduates.' },
    LABOUR_BASE: { description: 'A base of labour cooperation in a source region.' },
    HR_BUREAU: { description: 'A human-resources and social-security bureau.' },
    HR_AGENCY: { description: 'An HR service agency.' },
    TRAINING_BODY: { description: 'A body that trains or assesses skills.' },
    SOCIAL_ORGANISATION: { description: 'An association, federation or similar.' },
    STATION_OPERATOR: { description: 'An operator of youth stations.' },
  },
});

registerEnumType(OrganisationStanding, {
  name: 'OrganisationStanding',
  description: 'Whether an organisation is verified; only VERIFIED is good standing.',
  valuesMap: {
    UNVERIFIED: { description: 'Not verified, or not any more since something material changed.' },
    VERIFIED: { description: 'Verified by the bureau in charge, and not yet due again.' },
    LAPSED: { description: 'Verified once; the re-check was missed and rights are paused.' },
    SUSPENDED: { description: 'Suspended by the bureau in charge; rights are paused.' },
  },
});

registerEnumType(AccountClass, {
  name: 'AccountClass',
  description: 'In which capacity an organisation recruits; shown as a label.',
  valuesMap: {
    OPERATING_AGENCY: {
      description: 'Recruits for others for profit; needs an HR service licence.',
    },
    PUBLIC_SERVICE: { description: 'Offers public employment services.' },
    OWN_HIRING: { description: 'Hires for itself only.' },
  },
});

registerEnumType(SizeBand, {
  name: 'SizeBand',
  description: 'How many people work there.',
  valuesMap: {
    UNDER_20: { description: 'Fewer than 20.' },
    FROM_20_TO_99: { description: '20 to 99.' },
    FROM_100_TO_499: { description: '100 to 499.' },
    FROM_500_TO_999: { description: '500 to 999.' },
    FROM_1000_TO_9999: { description: '1,000 to 9,999.' },
    FROM_10000: { description: '10,000 or more.' },
  },
});

registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: 'What a member may do for the organisation.',
  valuesMap: {
    ADMINISTRATOR: { description: 'Manages members and signs.' },
    OFFICER: { description: 'Does the daily work: recruiter, clerk, coordinator.' },
    VIEWER: { description: 'Reads only.' },
  },
});

registerEnumType(OrganisationChange, {
  name: 'OrganisationChange',
  description: 'What an entry of an organisation’s history tells.',
  valuesMap: {
    REGISTERED: { description: 'It was registered.' },
    EDITED: { description: 'Its particulars were edited.' },
    STANDING_CHANGED: { description: 'Its standing changed.' },
    MEMBER_JOINED: { description: 'Somebody became a member.' },
    MEMBER_ROLE_CHANGED: { description: 'A member was given another role.' },
    MEMBER_ENDED: { description: 'A membership ended.' },
    API_KEY_CREATED: { description: 'An API key was made.' },
    API_KEY_REVOKED: { description: 'An API key was revoked.' },
  },
});
