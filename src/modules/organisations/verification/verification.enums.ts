import { registerEnumType } from '@nestjs/graphql';
import { EvidenceKind, RefusalReason, VerificationState } from '../../../generated/prisma/enums.js';

export { EvidenceKind, RefusalReason, VerificationState };

registerEnumType(VerificationState, {
  name: 'VerificationState',
  description: 'How far a verification has come.',
  valuesMap: {
    SUBMITTED: { description: 'Handed in; waits for an officer.' },
    IN_REVIEW: { description: 'An officer has taken it on.' },
    APPROVED: { description: 'Approved.' },
    REFUSED: { description: 'Refused; may be appealed once.' },
    WITHDRAWN: { description: 'Withdrawn by the organisation.' },
    APPEALED: { description: 'Appealed; waits for another officer.' },
    APPEAL_IN_REVIEW: { description: 'Another officer deals with the appeal.' },
    APPEAL_REFUSED: { description: 'Refused for good; a new verification may be handed in.' },
  },
});

registerEnumType(RefusalReason, {
  name: 'RefusalReason',
  description: 'Why a verification is refused.',
  valuesMap: {
    NAME_MISMATCH: { description: 'The name is not the one on the papers.' },
    CODE_MISMATCH: { description: 'The unified social credit code is not the one on the papers.' },
    EVIDENCE_UNREADABLE: { description: 'A paper cannot be read.' },
    EVIDENCE_EXPIRED: { description: 'A paper has expired.' },
    HANDLER_NOT_IDENTIFIED: { description: 'The person handling it is not identified.' },
    AUTHORITY_NOT_PROVEN: { description: 'The power of attorney does not cover it.' },
    HR_SERVICE_LICENCE_NEEDED: {
      description: 'The HR service licence is missing or does not cover it.',
    },
    ACCOUNT_CLASS_WRONG: { description: 'The account class does not fit.' },
    FALSE_STATEMENT: { description: 'Something stated is false.' },
    OTHER: { description: 'Another reason, told in the text.' },
  },
});

registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What a file of evidence shows.',
  valuesMap: {
    BUSINESS_LICENCE: { description: 'Business licence.' },
    APPROVAL_DOCUMENT: {
      description: 'Approval or registration document of a body that is no company.',
    },
    HANDLER_IDENTITY: { description: 'Identity of the person handling the matter.' },
    POWER_OF_ATTORNEY: { description: 'Power of attorney for that person.' },
    HR_SERVICE_LICENCE: { description: 'HR service licence or filing.' },
    SERVICE_CHARGES: { description: 'List of what the agency charges.' },
    SCHOOL_RUNNING_LICENCE: { description: 'Licence to run a school.' },
  },
});
