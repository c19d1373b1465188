import { registerEnumType } from '@nestjs/graphql';
import { ReportReason, ReportState } from '../../../generated/prisma/enums.js';

export { ReportReason, ReportState };

registerEnumType(ReportReason, {
  name: 'ReportReason',
  description: 'What a report is about.',
  valuesMap: {
    FALSE_CONTENT: { description: 'What it says is not true.' },
    FEES: { description: 'Deposits, fees or kept papers.' },
    DISCRIMINATION: { description: 'Limits by sex, origin and the like.' },
    FAKE_EMPLOYER: { description: 'The employer is not who it says.' },
    FILLED_ALREADY: { description: 'The work is given to somebody already.' },
    OTHER: { description: 'Something else; the statement says what.' },
  },
});

registerEnumType(ReportState, {
  name: 'ReportState',
  description: 'How a report stands.',
  valuesMap: {
    OPEN: { description: 'The bureau owes its answer.' },
    UPHELD: { description: 'The report was right.' },
    DISMISSED: { description: 'The report was not right.' },
  },
});
