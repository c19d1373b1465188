import { registerEnumType } from '@nestjs/graphql';
import {
  AudienceRule,
  JobPostingCloseCause,
  JobPostingPublication,
  JobPostingState,
  RequirementKind,
} from '../../../generated/prisma/enums.js';
import { EngagementType, PayPeriod } from '../../reference-data/index.js';

export {
  AudienceRule,
  EngagementType,
  JobPostingCloseCause,
  JobPostingPublication,
  JobPostingState,
  PayPeriod,
  RequirementKind,
};

registerEnumType(JobPostingPublication, {
  name: 'JobPostingPublication',
  description: 'Where a posting comes from.',
  valuesMap: {
    OWN: { description: 'Published here by a verified organisation; complete.' },
    EXTERNAL: {
      description:
        'Taken over from a named source; its employer has not claimed it, so nobody can apply here.',
    },
  },
});

registerEnumType(JobPostingState, {
  name: 'JobPostingState',
  description: 'How far a posting has come.',
  valuesMap: {
    DRAFT: { description: 'Being written; seen by the organisation alone.' },
    IN_REVIEW: { description: 'With the bureau in charge.' },
    SCHEDULED: { description: 'Approved; published at a set time.' },
    PUBLISHED: { description: 'Open, as long as it is valid and has free seats.' },
    PAUSED: { description: 'Takes no applications for now.' },
    CLOSED: { description: 'Over; the cause says why.' },
  },
});

registerEnumType(JobPostingCloseCause, {
  name: 'JobPostingCloseCause',
  description: 'Why a posting closed.',
  valuesMap: {
    STOPPED: { description: 'Its employer stopped it.' },
    EXPIRED: { description: 'Its validity ended.' },
    FILLED: { description: 'Its last seat was taken.' },
    WITHDRAWN_BY_SOURCE: { description: 'The source it came from withdrew it.' },
    REMOVED: { description: 'The bureau in charge removed it.' },
  },
});

registerEnumType(RequirementKind, {
  name: 'RequirementKind',
  description: 'What a requirement is about, and so how it is checked.',
  valuesMap: {
    EDUCATION: { description: 'At least this education level; the value is its code.' },
    MAJOR: { description: 'This vocational major or one below it; the value is its code.' },
    SKILL: { description: 'This skill; the value is its name.' },
    CERTIFICATE: { description: 'This certificate; the value is its name.' },
    SKILL_LEVEL: { description: 'At least this skill level; the value is its code.' },
    EXPERIENCE: {
      description: 'At least `minimum` years of experience; the value says in what.',
    },
    LANGUAGE: { description: 'This language; the value is its name.' },
  },
});

registerEnumType(AudienceRule, {
  name: 'AudienceRule',
  description: 'Who may see a posting.',
  valuesMap: {
    EVERYONE: { description: 'Everyone.' },
    PARTNERS_FIRST: { description: 'Partner colleges first, everyone after a set day.' },
    PARTNERS_ONLY: { description: 'Partner colleges only.' },
  },
});
