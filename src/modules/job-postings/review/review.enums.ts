import { registerEnumType } from '@nestjs/graphql';
import { JobPostingReviewState } from '../../../generated/prisma/enums.js';

export { JobPostingReviewState };

registerEnumType(JobPostingReviewState, {
  name: 'JobPostingReviewState',
  description: 'How a review stands.',
  valuesMap: {
    PENDING: { description: 'The bureau owes its decision.' },
    APPROVED: { description: 'Approved.' },
    RETURNED: { description: 'Returned to be changed.' },
    OBSOLETE: { description: 'The posting left the review without a decision.' },
  },
});
