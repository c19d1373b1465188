import type { Locale } from '../../../core/context/index.js';
import { calendarDay } from '../../../core/clock/index.js';
import { isPrintable } from '../evidence/document/document-fonts.js';
import { instantText } from '../evidence/document/document-words.js';
import { ACCENT, PdfSheet, SOFT, type Column, type Row } from '../evidence/document/pdf-sheet.js';
import type {
  AgreementRegistryCount,
  AgreementRegistryCounts,
  AgreementRegistryEntry,
} from './registry.model.js';
import { provincesOf } from './registry-workbook.js';
import { REGISTRY_WORDS } from './registry-words.js';

/** Stands, as printers have it, for a sign the font lacks. */
const GETA = '〓';
const HEADING = { font: 'bold', size: 12, color: ACCENT, after: 6 } as const;
const NUMBERS = 0.14;

/** Counts and list as a document; `ownerName` says whose register it is. */
export function registryReport(
  ownerName: string,
  counts: AgreementRegistryCounts,
  entries: readonly AgreementRegistryEntry[],
  locale: Locale,
): Promise<Buffer> {
  const words = REGISTRY_WORDS[locale];
  const heading = `${ownerName} · ${words.title}`;
  const sheet = new PdfSheet({
    title: heading,
    subject: words.title,
    author: ownerName,
    createdAt: counts.asOf,
  });
  sheet
    .text(printable(heading), { font: 'bold', size: 18, after: 4 })
    .text(words.asOf(instantText(counts.asOf)), { size: 9, color: SOFT, after: 8 })
    .text(words.total(counts.total), { after: 12 });
  writeCounts(sheet, words, counts);
  writeList(sheet, words, entries);
  return sheet.finish(
    (page, pages) => [
      printable(heading),
      words.page(page, pages),
      words.asOf(instantText(counts.asOf)),
    ],
    null,
  );
}

type Words = (typeof REGISTRY_WORDS)[Locale];

function writeCounts(sheet: PdfSheet, words: Words, counts: AgreementRegistryCounts): void {
  const parts = [
    ['byProvince', 'province', counts.byProvince, (each) => each.province?.displayName],
    ['byKind', 'kind', counts.byKind, (each) => each.kind?.name],
    ['byYear', 'year', counts.byYear, (each) => each.year?.toString()],
  ] as const satisfies readonly (readonly [
    keyof Words['headings'],
    keyof Words['counts'],
    readonly AgreementRegistryCount[],
    (each: AgreementRegistryCount) => string | undefined,
  ])[];
  for (const [heading, name, rows, nameOf] of parts) {
    if (rows.length === 0) continue;
    sheet.keepTogether(90).text(words.headings[heading], HEADING);
    const columns: Column[] = [
      { title: words.counts[name], share: 1 - 4 * NUMBERS },
      ...(['signed', 'inForce', 'ended', 'partners'] as const).map((figure) => ({
        title: words.counts[figure],
        share: NUMBERS,
      })),
    ];
    sheet.table(
      columns,
      rows.map((each) => ({
        cells: [
          nameOf(each) ?? '',
          ...[each.signed, each.inForce, each.ended, each.partners].map(String),
        ],
      })),
    );
    if (heading === 'byProvince')
      sheet.text(words.severalProvinces, { size: 8, color: SOFT, after: 10 });
  }
}

function writeList(
  sheet: PdfSheet,
  { headings, columns, states, separator }: Words,
  entries: readonly AgreementRegistryEntry[],
): void {
  sheet.keepTogether(90).text(headings.list, HEADING);
  const rows = entries.map((entry): Row => {
    const signedOn = entry.signedAt === null ? '—' : calendarDay(entry.signedAt);
    const parties = entry.parties.map(({ name }) => name).join(separator);
    const cells = [
      entry.agreementNumber,
      entry.title,
      parties,
      provincesOf(entry).join(separator),
      states[entry.state],
      signedOn,
      `${entry.startsOn}\n${entry.endsOn}`,
    ];
    return { cells: cells.map(printable) };
  });
  const shares = [
    ['number', 0.17],
    ['title', 0.17],
    ['parties', 0.23],
    ['provinces', 0.11],
    ['state', 0.1],
    ['signedOn', 0.11],
    ['term', 0.11],
  ] as const;
  sheet.table(
    shares.map(([name, share]) => ({ title: columns[name], share })),
    rows,
    7.5,
  );
}

function printable(text: string): string {
  return Array.from(text, (sign) =>
    sign === '\n' || isPrintable(sign.codePointAt(0) ?? 0) ? sign : GETA,
  ).join('');
}
