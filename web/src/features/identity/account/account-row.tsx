import type { ReactNode } from 'react';

export interface AccountRowProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value?: ReactNode;
  readonly action?: ReactNode;
}

/** One particular of the account with what can be done about it. */
export function AccountRow({ label, hint, value, action }: AccountRowProps) {
  return (
    <div className="gq-identity-row">
      <div className="gq-identity-row-label">
        <span>{label}</span>
        {hint && <span className="gq-identity-hint">{hint}</span>}
      </div>
      {value !== undefined && <div className="gq-identity-row-value">{value}</div>}
      {action && <div className="gq-identity-row-action">{action}</div>}
    </div>
  );
}
