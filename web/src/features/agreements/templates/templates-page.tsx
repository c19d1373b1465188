import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  AgreementTemplates,
  ArchiveAgreementTemplate,
  type TemplateEntryFragment,
} from '@/graphql/generated/features/agreements/templates/templates';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useFormat } from '@/shared/format/use-format';
import { useAction } from '@/shared/graphql/action';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame, Section } from '@/shared/ui/page';
import { MoreButton, Records, type RecordColumn } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import { useMembership } from '@/shared/viewer/use-membership';
import { templatePagesMessages } from './template-pages.messages';
import '../agreements.css';
import './templates.css';

export function Page() {
  const text = useText(templatePagesMessages);
  const { organisationId = '' } = useParams();
  const membership = useMembership(organisationId);
  const mayDraft = membership !== null && membership.role !== 'VIEWER';
  const pages = usePages(
    AgreementTemplates,
    { organisationId, first: 20 },
    (data) => data.agreementTemplates,
  );
  const [retired, setRetired] = useState<TemplateEntryFragment | null>(null);
  const address = `/work/${organisationId}/agreement-templates`;
  return (
    <Frame
      title={text('title')}
      lead={text('lead')}
      width="wide"
      actions={
        mayDraft && (
          <Link className="gq-button" to={`${address}/new`}>
            {text('newTemplate')}
          </Link>
        )
      }
    >
      <Loaded of={pages}>
        {({ nodes, first }) => (
          <>
            <Section title={text('own')}>
              {nodes.length === 0 ? (
                <EmptyState title={text('noneTitle')}>
                  <p>{text('noneText')}</p>
                </EmptyState>
              ) : (
                <>
                  <Templates
                    caption={text('own')}
                    templates={nodes}
                    address={address}
                    mayDraft={mayDraft}
                    onRetire={setRetired}
                  />
                  <MoreButton pages={pages} />
                </>
              )}
            </Section>
            <Section title={text('builtIn')}>
              <p className="gq-agreements-soft">{text('builtInHint')}</p>
              <Templates
                caption={text('builtIn')}
                templates={first.builtInAgreementTemplates}
                address={address}
                mayDraft={mayDraft}
                onRetire={setRetired}
              />
            </Section>
          </>
        )}
      </Loaded>
      {retired && <RetireDialog template={retired} onClose={() => setRetired(null)} />}
    </Frame>
  );
}

interface TemplatesProps {
  readonly caption: string;
  readonly templates: readonly TemplateEntryFragment[];
  readonly address: string;
  readonly mayDraft: boolean;
  readonly onRetire: (template: TemplateEntryFragment) => void;
}

function Templates({ caption, templates, address, mayDraft, onRetire }: TemplatesProps) {
  const text = useText(templatePagesMessages);
  const { dateTime } = useFormat();
  const columns: readonly RecordColumn<TemplateEntryFragment>[] = [
    { key: 'name', title: text('name'), isHead: true, render: ({ name }) => name },
    { key: 'kind', title: text('kind'), render: ({ kind }) => kind.name },
    {
      key: 'version',
      title: text('versionColumn'),
      render: ({ versionNumber, madeAt }) =>
        madeAt == null
          ? text('platform')
          : text('version', { number: versionNumber, at: dateTime(madeAt) }),
    },
    {
      key: 'actions',
      title: text('actions'),
      render: (template) => (
        <span className="gq-templates-actions">
          {template.viewerCanEdit && (
            <Link to={`${address}/${template.id}`} aria-label={`${text('edit')} ${template.name}`}>
              {text('edit')}
            </Link>
          )}
          {mayDraft && (
            <Link
              to={`${address}/new?from=${template.id}`}
              aria-label={`${text('copy')} ${template.name}`}
            >
              {text('copy')}
            </Link>
          )}
          {template.viewerCanEdit && (
            <Button
              size="small"
              aria-label={`${text('archive')} ${template.name}`}
              onClick={() => onRetire(template)}
            >
              {text('archive')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return <Records caption={caption} columns={columns} records={templates} keyOf={({ id }) => id} />;
}

function RetireDialog({
  template,
  onClose,
}: {
  readonly template: TemplateEntryFragment;
  readonly onClose: () => void;
}) {
  const text = useText(templatePagesMessages);
  const { run } = useAction(ArchiveAgreementTemplate, {
    refreshes: ['AgreementTemplates', 'AgreementTemplateChoices'],
  });
  return (
    <ActionDialog<object>
      title={text('archiveTitle')}
      lead={`${template.name} · ${text('archiveText')}`}
      submitLabel={text('archive')}
      isDangerous
      run={() => run({ templateId: template.id })}
      onClose={(isDone) => {
        if (isDone) toast.success(text('archived'));
        onClose();
      }}
    />
  );
}
