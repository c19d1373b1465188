import { registerEnumType } from '@nestjs/graphql';

export const RegistryOrder = { NEWEST: 'NEWEST', ENDING_FIRST: 'ENDING_FIRST' } as const;
export type RegistryOrder = keyof typeof RegistryOrder;

registerEnumType(RegistryOrder, {
  name: 'AgreementRegistryOrder',
  description: 'In which order the register is listed.',
  valuesMap: {
    NEWEST: { description: 'Drawn up last first.' },
    ENDING_FIRST: { description: 'Whose term ends first.' },
  },
});

export const RegistryFormat = { XLSX: 'XLSX', PDF: 'PDF' } as const;
export type RegistryFormat = keyof typeof RegistryFormat;

registerEnumType(RegistryFormat, {
  name: 'AgreementRegistryFormat',
  description: 'What the register is written as.',
  valuesMap: {
    XLSX: { description: 'A workbook of the list, at most 5,000 agreements.' },
    PDF: { description: 'A document with the counts and the list, at most 1,000 agreements.' },
  },
});
