import type { ReactNode } from 'react';
import { RequestError } from '../graphql/request';
import { useText, type Text } from '../i18n/messages';
import { uiMessages } from './ui.messages';

/** While something is on its way. */
export function LoadingState() {
  const text = useText(uiMessages);
  return (
    <div className="gq-loading" role="status" aria-live="polite">
      <span className="gq-spinner" aria-hidden="true" />
      <span>{text('loading')}</span>
    </div>
  );
}

/** While the code of a dialog is on its way. */
export function DialogLoading() {
  return (
    <div className="gq-dialog-loading">
      <LoadingState />
    </div>
  );
}

export interface EmptyStateProps {
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** Nothing to show, with what to do about it. */
export function EmptyState({ title, children }: EmptyStateProps) {
  const text = useText(uiMessages);
  return (
    <div className="gq-empty">
      <p className="gq-empty-title">{title ?? text('empty')}</p>
      {children}
    </div>
  );
}

export interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong in the reader's words, and another try. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const text = useText(uiMessages);
  return (
    <div className="gq-empty" role="alert">
      <p className="gq-empty-title">{text('failedTitle')}</p>
      <p>{explain(error, text)}</p>
      {onRetry && (
        <button type="button" className="gq-button gq-button-plain" onClick={onRetry}>
          {text('retry')}
        </button>
      )}
    </div>
  );
}

function explain(
  error: unknown,
  text: Text<'failedText' | 'failedNetwork' | 'failedBusy'>,
): string {
  if (!(error instanceof RequestError)) return text('failedText', { requestId: '–' });
  if (error.code === 'NETWORK') return text('failedNetwork');
  if (error.code === 'RATE_LIMITED') return text('failedBusy');
  return error.code === 'INTERNAL_SERVER_ERROR'
    ? text('failedText', { requestId: error.requestId ?? '–' })
    : error.message;
}

interface Asked<TData> {
  readonly data: TData | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

export interface LoadedProps<TData> {
  readonly of: Asked<TData>;
  readonly children: (data: TData) => ReactNode;
}

/** What a query answers, or the state it is in. An older answer stays on show while a newer one fails to come. */
export function Loaded<TData>({ of: { data, error, refetch }, children }: LoadedProps<TData>) {
  if (data !== undefined) return children(data);
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
}
