import type { ReactNode } from 'react';
import './facts.css';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Particulars of something: what is not known is left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="gq-facts">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export interface Step {
  readonly key: string;
  readonly at: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
}

/** What happened, in the order it is given. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="gq-steps">
      {steps.map(({ key, at, title, note }) => (
        <li key={key}>
          <span className="gq-steps-title">{title}</span>
          <span className="gq-steps-at">{at}</span>
          {note && <p>{note}</p>}
        </li>
      ))}
    </ol>
  );
}
