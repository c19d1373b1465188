import { Alert } from 'antd';
import type { RequestError } from '../graphql/request';
import { useText } from '../i18n/messages';
import { uiMessages } from '../ui/ui.messages';

export interface FormProblemsProps {
  readonly problems: readonly string[];
  readonly failure?: RequestError | null;
}

/** Refusals that stand at no field, above the button that was pressed. */
export function FormProblems({ problems, failure = null }: FormProblemsProps) {
  const text = useText(uiMessages);
  const lines = [...problems];
  if (failure !== null)
    lines.push(failure.code === 'NETWORK' ? text('failedNetwork') : failure.message);
  if (lines.length === 0) return null;
  return (
    <div role="alert" className="gq-form-problems">
      {lines.map((line) => (
        <Alert key={line} type="error" showIcon title={line} />
      ))}
    </div>
  );
}
