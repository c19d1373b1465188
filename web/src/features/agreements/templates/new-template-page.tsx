import { useNavigate, useParams, useSearchParams } from 'react-router';
import {
  AgreementTemplate,
  CreateAgreementTemplate,
} from '@/graphql/generated/features/agreements/templates/templates';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { TemplateForm } from './template-form';
import { templatePagesMessages } from './template-pages.messages';
import {
  templateContent,
  valuesOf,
  type ShownTemplate,
  type TemplateValues,
} from './template-values';

/** A template from nothing, or a copy of another to be changed. */
export function Page() {
  const text = useText(templatePagesMessages);
  const { organisationId = '' } = useParams();
  const [query] = useSearchParams();
  const from = query.get('from');
  return (
    <Frame title={text('newTitle')} lead={text('formLead')}>
      {from === null ? (
        <Creator key="new" organisationId={organisationId} origin={null} />
      ) : (
        <Copied organisationId={organisationId} from={from} />
      )}
    </Frame>
  );
}

function Copied({ organisationId, from }: { organisationId: string; from: string }) {
  const text = useText(templatePagesMessages);
  const query = useOperation(AgreementTemplate, { id: from });
  return (
    <Loaded of={query}>
      {({ agreementTemplate: origin }) =>
        origin ? (
          <Creator key={from} organisationId={organisationId} origin={origin} />
        ) : (
          <EmptyState title={text('gone')} />
        )
      }
    </Loaded>
  );
}

const EMPTY = {
  kind: 'SCHOOL_ENTERPRISE',
  content: { clauses: [{ key: null, heading: '', body: '' }], variables: [] },
};

function Creator({
  organisationId,
  origin,
}: {
  readonly organisationId: string;
  readonly origin: ShownTemplate | null;
}) {
  const navigate = useNavigate();
  const { run } = useAction(CreateAgreementTemplate, {
    refreshes: ['AgreementTemplates', 'AgreementTemplateChoices'],
  });
  const { form, submit, ...state } = useActionForm<TemplateValues, Parameters<typeof run>[0]>({
    run: async (input) => {
      await run(input);
      await navigate(`/work/${organisationId}/agreement-templates`);
    },
    toInput: ({ name, kind, content }) => ({
      organisationId,
      name,
      kind,
      subKind: origin && origin.kind.code === kind ? origin.subKind : null,
      content: templateContent(content),
    }),
  });
  const draft = useDraft(form, `agreementTemplate.new.${organisationId}.${origin?.id ?? ''}`);
  const finish = async (values: TemplateValues): Promise<void> => {
    if (await submit(values)) draft.discard();
  };
  return (
    <>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <TemplateForm
        form={form}
        isNew
        initialValues={origin ? valuesOf(origin) : EMPTY}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        {...state}
      />
    </>
  );
}
