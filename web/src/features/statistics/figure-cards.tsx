import { useFormat } from '@/shared/format/use-format';

export interface FigureCard {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly unit?: string;
  /** The counting rule. */
  readonly rule: string;
}

export interface FigureCardsProps {
  readonly label: string;
  readonly figures: readonly FigureCard[];
  /** Makes the cards a choice. */
  readonly chosen?: string;
  readonly onChoose?: (key: string) => void;
}

/** Figures, each with what exactly it counts. */
export function FigureCards({ label, figures, chosen, onChoose }: FigureCardsProps) {
  return (
    <ul className="gq-statistics-figures" aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.key}>
          {onChoose ? (
            <button
              type="button"
              aria-pressed={figure.key === chosen}
              onClick={() => onChoose(figure.key)}
            >
              <Figure figure={figure} />
            </button>
          ) : (
            <div>
              <Figure figure={figure} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Figure({ figure: { label, value, unit, rule } }: { readonly figure: FigureCard }) {
  const { number } = useFormat();
  return (
    <>
      <span className="gq-statistics-label">{label}</span>
      <span className="gq-statistics-value">
        {number(value)}
        {unit && <small> {unit}</small>}
      </span>
      <span className="gq-statistics-rule">{rule}</span>
    </>
  );
}
