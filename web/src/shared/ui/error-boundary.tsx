import { Component, type ReactNode } from 'react';
import { ErrorState } from './states';

interface State {
  readonly error: Error | null;
}

/** A page that breaks says so and leaves the rest standing. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <ErrorState error={error} onRetry={() => window.location.reload()} />;
  }
}
