import { useLocale } from '@/shared/i18n/locale';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { PROVINCE_TILES } from './province-tiles';
import { provinceMessages } from './provinces.messages';
import { registryMessages } from './registry.messages';

/** Least numbers of the classes of colour; fixed, so that the home province does not pale the others. */
export const CLASSES = [1, 3, 10, 30] as const;

export function classOf(count: number): number {
  return CLASSES.filter((least) => count >= least).length;
}

export interface ProvinceGridProps {
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: string | null;
  readonly onChoose: (code: string | null) => void;
}

/** Each province as one tile at its place in the country; those with agreements can be chosen. */
export function ProvinceGrid({ counts, chosen, onChoose }: ProvinceGridProps) {
  const text = useText(registryMessages);
  const nameOf = useText(provinceMessages);
  const locale = useLocale();
  const { number } = useFormat();
  return (
    <>
      <ul className="gq-registry-tiles" aria-label={text('tiles')}>
        {PROVINCE_TILES.map(({ code, letters, row, column }) => {
          const count = counts.get(code) ?? 0;
          const name = nameOf(letters);
          const content = (
            <>
              <span>{locale === 'en' ? letters : name}</span>
              {locale === 'en' && <span className="gq-hidden-text">{name}</span>}
              <span className="gq-hidden-text">{text('signed')}</span>
              <strong>{number(count)}</strong>
              <span className="gq-hidden-text">{text('signedUnit', { count })}</span>
            </>
          );
          return (
            <li
              key={code}
              className={`gq-registry-tile-${String(classOf(count))}`}
              style={{ gridRow: row, gridColumn: column }}
            >
              {count === 0 && code !== chosen ? (
                <span title={name}>{content}</span>
              ) : (
                <button
                  type="button"
                  title={name}
                  aria-pressed={code === chosen}
                  onClick={() => onChoose(code === chosen ? null : code)}
                >
                  {content}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <ul className="gq-registry-legend" aria-label={text('legend')}>
        {[0, ...CLASSES].map((least, at) => {
          const next = CLASSES[at];
          const last = next === undefined ? null : next - 1;
          return (
            <li key={least}>
              <i className={`gq-registry-tile-${String(at)}`} aria-hidden="true" />
              {last === null
                ? `≥ ${number(least)}`
                : least === last
                  ? number(least)
                  : `${number(least)}–${number(last)}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}
