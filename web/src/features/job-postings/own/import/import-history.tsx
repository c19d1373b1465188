import { App, Button } from 'antd';
import {
  JobPostingImports,
  UndoJobPostingImport,
  type PostingImportFragment,
} from '@/graphql/generated/features/job-postings/own/import/import';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Section } from '@/shared/ui/page';
import { MoreButton, Records } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { importMessages } from './import.messages';

const TONES: Readonly<Record<PostingImportFragment['state'], Tone>> = {
  PREVIEWED: 'accent',
  RUNNING: 'accent',
  FINISHED: 'good',
  FAILED: 'bad',
  UNDONE: 'neutral',
};

export interface ImportHistoryProps {
  readonly organisationId: string;
  readonly onShow: (shown: PostingImportFragment) => void;
}

/** Earlier imports, with their reports, and taking them back. */
export function ImportHistory({ organisationId, onShow }: ImportHistoryProps) {
  const text = useText(importMessages);
  const format = useFormat();
  const pages = usePages(
    JobPostingImports,
    { organisationId },
    ({ jobPostingImports }) => jobPostingImports,
  );
  return (
    <Section title={text('history')}>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <EmptyState title={text('none')} />
          ) : (
            <Records
              caption={text('history')}
              records={nodes}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'file',
                  title: text('file'),
                  isHead: true,
                  render: ({ fileName }) => fileName,
                },
                {
                  key: 'at',
                  title: text('at'),
                  render: ({ startedAt }) => format.dateTime(startedAt),
                },
                {
                  key: 'state',
                  title: text('state'),
                  render: ({ state }) => (
                    <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>
                  ),
                },
                {
                  key: 'result',
                  title: text('result'),
                  render: ({ createdCount, refusedCount }) =>
                    text('resultOf', { created: createdCount, refused: refusedCount }),
                },
                {
                  key: 'actions',
                  title: text('actions'),
                  render: (past) => (
                    <div className="gq-actions">
                      <Button size="small" onClick={() => onShow(past)}>
                        {text('report')}
                      </Button>
                      {past.state === 'FINISHED' && <UndoButton past={past} onDone={onShow} />}
                    </div>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </Section>
  );
}

interface UndoButtonProps {
  readonly past: PostingImportFragment;
  readonly onDone: (undone: PostingImportFragment) => void;
}

function UndoButton({ past, onDone }: UndoButtonProps) {
  const text = useText(importMessages);
  const { modal } = App.useApp();
  const attempt = useAttempt();
  const undo = useAction(UndoJobPostingImport, {
    refreshes: ['JobPostingImports', 'OwnPostings', 'OwnPostingCounts'],
    onDone: ({ import: undone }) => undone && onDone(undone),
  });
  const ask = (): void => {
    modal.confirm({
      title: text('undoOf', { file: past.fileName }),
      content: text('undoText'),
      okText: text('undo'),
      okButtonProps: { danger: true },
      onOk: () => attempt(() => undo.run({ importId: past.id }), text('undone')),
    });
  };
  return (
    <Button
      size="small"
      danger
      loading={undo.isRunning}
      aria-label={text('undoOf', { file: past.fileName })}
      onClick={ask}
    >
      {text('undo')}
    </Button>
  );
}
