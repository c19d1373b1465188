import type { ReactNode } from 'react';
import { useHead } from '@/shared/head/head';

export interface PageProps {
  readonly title: string;
  /** Below the title: what the page is for, in one sentence. */
  readonly lead?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'normal' | 'wide';
  readonly children?: ReactNode;
}

/** The frame of every page: one `h1`, its actions, its content. */
export function Page({ title, lead, actions, width = 'normal', children }: PageProps) {
  useHead({ title });
  return (
    <div className={`gq-page gq-page-${width}`}>
      <header className="gq-page-header">
        <div>
          <h1>{title}</h1>
          {lead && <p className="gq-lead">{lead}</p>}
        </div>
        {actions && <div className="gq-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export interface SectionProps {
  readonly title: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <section className="gq-card">
      <header className="gq-card-header">
        <h2>{title}</h2>
        {actions && <div className="gq-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}
