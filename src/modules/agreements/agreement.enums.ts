import { registerEnumType } from '@nestjs/graphql';
import { AgreementState, CooperationForm } from '../../generated/prisma/enums.js';

export { AgreementState, CooperationForm };

registerEnumType(AgreementState, {
  name: 'AgreementState',
  description: 'Where a partnership agreement stands.',
  valuesMap: {
    DRAFT: { description: 'Being drawn up by one party.' },
    AWAITING_SIGNATURES: { description: 'Put before both parties; nobody has signed.' },
    PARTIALLY_SIGNED: { description: 'Signed by one party.' },
    SIGNED: { description: 'Signed by both; its first day lies ahead.' },
    EFFECTIVE: { description: 'In force.' },
    EXPIRED: { description: 'Its last day is over.' },
    TERMINATED: { description: 'Ended early by a party.' },
    CANCELLED: { description: 'Given up before both had signed.' },
  },
});

registerEnumType(CooperationForm, {
  name: 'CooperationForm',
  description: 'What the parties do together.',
  valuesMap: {
    ORDER_CLASS: { description: 'A class trained for the enterprise (订单班).' },
    INTERNSHIP_BASE: { description: 'A base for internships (实习基地).' },
    RECRUITMENT_BASE: { description: 'A base for recruiting graduates (就业基地).' },
    TRAINING_BASE: { description: 'A base for practical training (实训基地).' },
  },
});
