import { useText } from '@/shared/i18n/messages';
import { statisticsMessages } from './statistics.messages';

export interface ScopeStep {
  /** Code to go back to; null for the whole. */
  readonly code: string | null;
  readonly label: string;
}

export interface ScopePathProps {
  readonly label: string;
  readonly steps: readonly ScopeStep[];
  readonly onChoose: (code: string | null) => void;
}

/** Where one has drilled down to, and the way back up. */
export function ScopePath({ label, steps, onChoose }: ScopePathProps) {
  const text = useText(statisticsMessages);
  return (
    <nav aria-label={`${text('path')}：${label}`}>
      <ol className="gq-statistics-path">
        <li className="gq-statistics-path-name">{label}</li>
        {steps.map((step, i) => (
          <li key={step.code ?? ''}>
            {i === steps.length - 1 ? (
              <span aria-current="location">{step.label}</span>
            ) : (
              <button type="button" onClick={() => onChoose(step.code)}>
                {step.label}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
