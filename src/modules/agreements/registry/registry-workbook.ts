import type { Locale } from '../../../core/context/index.js';
import { calendarDay } from '../../../core/clock/index.js';
import { writeXlsx, type OutputColumn } from '../../../core/spreadsheet/index.js';
import type { AgreementRegistryEntry } from './registry.model.js';
import { REGISTRY_WORDS } from './registry-words.js';

/** Provinces of the parties, each once, in the order of the parties. */
export function provincesOf({ parties }: Pick<AgreementRegistryEntry, 'parties'>): string[] {
  return [...new Set(parties.flatMap(({ province }) => province?.displayName ?? []))];
}

/** The list as a workbook. */
export function registryWorkbook(
  entries: readonly AgreementRegistryEntry[],
  locale: Locale,
): Promise<Buffer> {
  const { title, columns, states, separator } = REGISTRY_WORDS[locale];
  const written: OutputColumn<AgreementRegistryEntry>[] = [
    { title: columns.number, width: 18, value: (entry) => entry.agreementNumber },
    { title: columns.title, width: 36, value: (entry) => entry.title },
    { title: columns.kind, width: 18, value: (entry) => entry.kind.name },
    { title: columns.subKind, width: 14, value: (entry) => entry.subKindName },
    {
      title: columns.parties,
      width: 48,
      value: ({ parties }) => parties.map(({ name }) => name).join(separator),
    },
    {
      title: columns.provinces,
      width: 18,
      value: (entry) => provincesOf(entry).join(separator),
    },
    { title: columns.state, width: 14, value: (entry) => states[entry.state] },
    {
      title: columns.signedOn,
      width: 12,
      value: ({ signedAt }) => (signedAt === null ? null : calendarDay(signedAt)),
    },
    { title: columns.startsOn, width: 12, value: (entry) => entry.startsOn },
    { title: columns.endsOn, width: 12, value: (entry) => entry.endsOn },
  ];
  return writeXlsx(entries, written, title);
}
