import { Button } from 'antd';
import { useState } from 'react';
import {
  ApplyRosterImport,
  UndoRosterImport,
  type RosterImportQuery,
} from '@/graphql/generated/features/affiliations/college/roster-import';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { FormProblems } from '@/shared/forms/form-problems';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { toast } from '@/shared/ui/toasts';
import { Section } from '@/shared/ui/page';
import { ImportIssues } from './import-issues';
import { rosterMessages } from './roster.messages';

type Shown = NonNullable<RosterImportQuery['rosterImport']>;

const REFRESHES = [
  'RosterImport',
  'RosterImports',
  'CollegeStudents',
  'StudentsByOutcome',
  'StudentCounts',
  'StudentOutcomeCounts',
];

export interface ImportResultProps {
  readonly rosterImport: Shown;
  readonly mayManage: boolean;
  readonly onClose: () => void;
}

/** What a file would do, or did: its counts, its rows that are not taken, and the next step. */
export function ImportResult({ rosterImport, mayManage, onClose }: ImportResultProps) {
  const text = useText(rosterMessages);
  const [isUndoing, setUndoing] = useState(false);
  const apply = useAction(ApplyRosterImport, { refreshes: REFRESHES });
  const undo = useAction(UndoRosterImport, { refreshes: REFRESHES });
  const { id, state, newCount, changedCount, refusedCount } = rosterImport;
  const hasAnything = newCount + changedCount > 0;
  const write = async (): Promise<void> => {
    try {
      await apply.run({ rosterImportId: id });
      toast.success(text('applied'));
    } catch {
      // Shown below: what the action was refused for stays with it.
    }
  };
  return (
    <Section
      title={text('preview')}
      actions={
        <Badge tone={state === 'APPLIED' ? 'good' : 'neutral'}>{text(`state_${state}`)}</Badge>
      }
    >
      {state === 'PREVIEWED' && <p>{text(hasAnything ? 'previewHint' : 'nothing')}</p>}
      <Figures rosterImport={rosterImport} />
      {refusedCount > 0 && <ImportIssues rosterImportId={id} />}
      <FormProblems
        problems={apply.userErrors.map((refusal) => refusal.message)}
        failure={apply.failure}
      />
      <p role="status" className="gq-hidden-text">
        {apply.isRunning ? text('applying') : ''}
      </p>
      {apply.isRunning && <progress className="gq-roster-progress" aria-label={text('applying')} />}
      <div className="gq-roster-buttons">
        {mayManage && state === 'PREVIEWED' && hasAnything && (
          <Button type="primary" loading={apply.isRunning} onClick={() => void write()}>
            {text('apply')}
          </Button>
        )}
        {mayManage && state === 'APPLIED' && (
          <Button danger onClick={() => setUndoing(true)}>
            {text('undo')}
          </Button>
        )}
        {mayManage && <Button onClick={onClose}>{text('another')}</Button>}
      </div>
      {isUndoing && (
        <ActionDialog<object>
          title={text('undoTitle')}
          lead={text('undoText')}
          submitLabel={text('undo')}
          isDangerous
          run={() => undo.run({ rosterImportId: id })}
          onClose={() => setUndoing(false)}
        />
      )}
    </Section>
  );
}

function Figures({ rosterImport }: { readonly rosterImport: Shown }) {
  const text = useText(rosterMessages);
  const { number, dateTime } = useFormat();
  const { state, appliedAt, undoneAt, undoneCount, keptCount, refusedCount } = rosterImport;
  const figures = [
    ['rows', rosterImport.rowCount],
    ['created', rosterImport.newCount],
    ['changed', rosterImport.changedCount],
    ['unchanged', rosterImport.unchangedCount],
    ['refused', refusedCount],
  ] as const;
  return (
    <>
      <dl className="gq-roster-figures">
        {figures.map(([name, value]) => (
          <div key={name} className={name === 'refused' && value > 0 ? 'gq-roster-bad' : undefined}>
            <dt>{text(name)}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
      {state !== 'PREVIEWED' && appliedAt && (
        <p>
          {text('appliedAt')} {dateTime(appliedAt)}
        </p>
      )}
      {state === 'UNDONE' && undoneAt && (
        <p>
          {text('undoneAt')} {dateTime(undoneAt)} ·{' '}
          {text('undone', { undone: number(undoneCount ?? 0), kept: number(keptCount ?? 0) })}
        </p>
      )}
    </>
  );
}
