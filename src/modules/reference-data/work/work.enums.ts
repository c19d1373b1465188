import { registerEnumType } from '@nestjs/graphql';
import { EngagementType, PayPeriod } from '../../../generated/prisma/enums.js';

export { EngagementType, PayPeriod };

registerEnumType(EngagementType, {
  name: 'EngagementType',
  description: 'Kind of engagement.',
  valuesMap: {
    FULL_TIME: { description: 'Full time (全日制).' },
    PART_TIME: { description: 'Part time (非全日制).' },
    LABOUR_DISPATCH: { description: 'Labour dispatch (劳务派遣).' },
    INTERNSHIP: { description: 'Internship (实习).' },
    SEASONAL: { description: 'Seasonal work (季节性用工).' },
    FLEXIBLE: { description: 'Flexible work (灵活用工).' },
  },
});

registerEnumType(PayPeriod, {
  name: 'PayPeriod',
  description: 'What pay is counted by.',
  valuesMap: {
    MONTH: { description: 'By month.' },
    YEAR: { description: 'By year.' },
    DAY: { description: 'By day.' },
    HOUR: { description: 'By hour.' },
    PIECE: { description: 'By piece.' },
  },
});
