import { Form, Input } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import {
  AgreementTemplate,
  EditAgreementTemplate,
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

/** Changes a template: what it says becomes its next version. */
export function Page() {
  const text = useText(templatePagesMessages);
  const { organisationId = '', templateId = '' } = useParams();
  const query = useOperation(AgreementTemplate, { id: templateId });
  return (
    <Frame title={text('editTitle')} lead={text('formLead')}>
      <Loaded of={query}>
        {({ agreementTemplate: template }) =>
          template?.viewerCanEdit ? (
            <Editor key={template.version} organisationId={organisationId} template={template} />
          ) : (
            <EmptyState title={text('gone')}>
              <Link to={`/work/${organisationId}/agreement-templates`}>{text('back')}</Link>
            </EmptyState>
          )
        }
      </Loaded>
    </Frame>
  );
}

function Editor({
  organisationId,
  template,
}: {
  readonly organisationId: string;
  readonly template: ShownTemplate;
}) {
  const text = useText(templatePagesMessages);
  const navigate = useNavigate();
  const { id: templateId, version } = template;
  const { run } = useAction(EditAgreementTemplate, {
    refreshes: ['AgreementTemplates', 'AgreementTemplate', 'AgreementTemplateChoices'],
  });
  const { form, submit, ...state } = useActionForm<TemplateValues, Parameters<typeof run>[0]>({
    run,
    toInput: ({ name, note, content }) => ({
      templateId,
      version,
      name,
      note: note?.trim() ? note : null,
      content: templateContent(content),
    }),
  });
  const draft = useDraft(form, `agreementTemplate.${templateId}.${version}`);
  const finish = async (values: TemplateValues): Promise<void> => {
    if (!(await submit(values))) return;
    draft.discard();
    await navigate(`/work/${organisationId}/agreement-templates`);
  };
  return (
    <>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <TemplateForm
        form={form}
        isNew={false}
        initialValues={valuesOf(template)}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        end={
          <Form.Item
            name="note"
            label={text('note')}
            extra={text('noteHint')}
            rules={[{ max: 500 }]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
        }
        {...state}
      />
    </>
  );
}
