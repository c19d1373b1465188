import type { AgreementRegistryCountsQuery } from '@/graphql/generated/features/agreements/registry/registry';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Chart } from '@/shared/ui/chart/chart';
import { Section } from '@/shared/ui/page';
import { Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState } from '@/shared/ui/states';
import { ProvinceGrid } from './province-grid';
import { registryMessages } from './registry.messages';
import { useProvinceName } from './use-province-name';

type Counts = NonNullable<AgreementRegistryCountsQuery['agreementRegistryCounts']>;
type InProvince = Counts['byProvince'][number];
type Figures = Pick<Counts['total'], 'signed' | 'inForce' | 'ended'>;

interface Part {
  readonly key: string;
  readonly label: string;
  readonly signed: number;
  readonly inForce: number;
  readonly ended: number;
  /** Null where it cannot be added up. */
  readonly partners: number | null;
}

export interface RegistryFiguresProps {
  /** Counted in all provinces. */
  readonly counts: Counts;
  readonly province: string | null;
  readonly onChoose: (
    changes: Readonly<Partial<Record<'province' | 'kind' | 'year', string | null>>>,
  ) => void;
}

/** The register in numbers: all of it, by province, by kind and by year. */
export function RegistryFigures({ counts, province, onChoose }: RegistryFiguresProps) {
  const text = useText(registryMessages);
  const { dateTime, number } = useFormat();
  const provinceName = useProvinceName();
  const here = counts.byProvince.find((each) => each.province?.code === province);
  const shown =
    province === null ? counts.total : (here ?? { signed: 0, inForce: 0, ended: 0, partners: 0 });
  const provinces = counts.byProvince.map((each) =>
    partOf(each.province?.code, provinceName(each.province) ?? undefined, each),
  );
  const byKind =
    province === null
      ? counts.byKind.map((each) => partOf(each.kind?.code, each.kind?.name, each))
      : within(here, ({ kind }) => [kind?.code ?? '', kind?.name ?? '']);
  const byYear =
    province === null
      ? counts.byYear.map((each) => partOf(String(each.year), String(each.year), each))
      : within(here, ({ year }) => [String(year), String(year)]);
  return (
    <>
      <dl className="gq-registry-figures" aria-label={text('figures')}>
        {(['signed', 'inForce', 'ended', 'partners'] as const).map((figure) => (
          <div key={figure}>
            <dt>{text(figure)}</dt>
            <dd>
              {number(shown[figure])}{' '}
              <small>
                {text(figure === 'partners' ? 'partnersUnit' : 'signedUnit', {
                  count: shown[figure],
                })}
              </small>
            </dd>
          </div>
        ))}
      </dl>
      <p className="gq-registry-note" role="status">
        {text('asOf', { at: dateTime(counts.asOf) })}
      </p>
      <div className="gq-registry-parts">
        <Section title={text('byProvince')}>
          <p className="gq-registry-note">{text('provinceHint')}</p>
          <ProvinceGrid
            counts={new Map(provinces.map(({ key, signed }) => [key, signed]))}
            chosen={province}
            onChoose={(code) => onChoose({ province: code })}
          />
          {provinces.length > 0 && (
            <AsTable caption={text('tiles')} head={text('provinceName')} parts={provinces} />
          )}
        </Section>
        <div className="gq-registry-charts">
          <Bars kind="Kind" parts={byKind} onChoose={(kind) => onChoose({ kind })} />
          <Bars kind="Year" parts={byYear} onChoose={(year) => onChoose({ year })} />
        </div>
      </div>
    </>
  );
}

function partOf(
  key: string | undefined,
  label: string | undefined,
  { signed, inForce, ended, partners }: Counts['total'],
): Part {
  return { key: key ?? '', label: label ?? '', signed, inForce, ended, partners };
}

/** An agreement has one kind and one year, so that those of a province can be added up; its partners cannot. */
function within(
  here: InProvince | undefined,
  nameOf: (cell: InProvince['parts'][number]) => readonly [key: string, label: string],
): Part[] {
  const parts = new Map<string, Part>();
  for (const cell of here?.parts ?? []) {
    const [key, label] = nameOf(cell);
    const before: Figures = parts.get(key) ?? { signed: 0, inForce: 0, ended: 0 };
    parts.set(key, {
      key,
      label,
      signed: before.signed + cell.signed,
      inForce: before.inForce + cell.inForce,
      ended: before.ended + cell.ended,
      partners: null,
    });
  }
  return [...parts.values()];
}

function Bars({
  kind,
  parts,
  onChoose,
}: {
  readonly kind: 'Kind' | 'Year';
  readonly parts: readonly Part[];
  readonly onChoose: (key: string) => void;
}) {
  const text = useText(registryMessages);
  const title = text(`by${kind}`);
  return (
    <Section title={title}>
      {parts.length === 0 ? (
        <EmptyState title={text('none')} />
      ) : (
        <>
          <Chart
            kind="bar"
            label={text(`chart${kind}`)}
            seriesName={text('signed')}
            points={parts.map(({ key, label, signed }) => ({ key, label, value: signed }))}
            onChoose={onChoose}
          />
          <AsTable caption={title} head={text(kind === 'Kind' ? 'kind' : 'year')} parts={parts} />
        </>
      )}
    </Section>
  );
}

function AsTable({
  caption,
  head,
  parts,
}: {
  readonly caption: string;
  readonly head: string;
  readonly parts: readonly Part[];
}) {
  const text = useText(registryMessages);
  const { number } = useFormat();
  const figures = (['signed', 'inForce', 'ended', 'partners'] as const).filter((figure) =>
    parts.every((part) => part[figure] !== null),
  );
  const columns: readonly RecordColumn<Part>[] = [
    { key: 'name', title: head, isHead: true, render: ({ label }) => label },
    ...figures.map((figure) => ({
      key: figure,
      title: text(figure),
      align: 'end' as const,
      render: (part: Part) => number(part[figure] ?? 0),
    })),
  ];
  return (
    <details className="gq-registry-table">
      <summary>{text('asTable')}</summary>
      <Records caption={caption} columns={columns} records={parts} keyOf={({ key }) => key} />
    </details>
  );
}
