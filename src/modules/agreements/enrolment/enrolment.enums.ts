import { registerEnumType } from '@nestjs/graphql';

export const OrderClassEnrolmentState = {
  LISTED: 'LISTED',
  CONFIRMED: 'CONFIRMED',
  REFUSED: 'REFUSED',
  LEFT: 'LEFT',
  ENDED: 'ENDED',
} as const;
export type OrderClassEnrolmentState = keyof typeof OrderClassEnrolmentState;

registerEnumType(OrderClassEnrolmentState, {
  name: 'OrderClassEnrolmentState',
  description: 'Where a student stands on the list of an order class.',
  valuesMap: {
    LISTED: { description: 'Listed by the college; the enterprise has not decided.' },
    CONFIRMED: { description: 'Taken by the enterprise.' },
    REFUSED: { description: 'Refused by the enterprise.' },
    LEFT: { description: 'Left, or taken off the list by the college.' },
    ENDED: { description: 'Ended with the agreement.' },
  },
});
