import { registerEnumType } from '@nestjs/graphql';
import { AffiliationState } from '../../../generated/prisma/enums.js';

export { AffiliationState };

registerEnumType(AffiliationState, {
  name: 'AffiliationState',
  description: 'How far a place of a student at a college has come.',
  valuesMap: {
    ROSTERED: { description: 'On the roster; the student has not claimed it.' },
    CLAIMED: { description: 'Claimed by a person; the college has not decided.' },
    CONFIRMED: { description: 'The college has confirmed that the person is its student.' },
    REFUSED: { description: 'The college has refused the claim.' },
    LEFT: { description: 'Over: the student left, or the college ended it.' },
  },
});
