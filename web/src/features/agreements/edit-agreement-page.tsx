import { Alert, Checkbox, Form, Input } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { Agreement, EditAgreement } from '@/graphql/generated/features/agreements/agreement';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { AgreementForm, type AgreementContent } from './agreement-form';
import type { AgreementSectionProps } from './agreement-section';
import { agreementMessages } from './agreement.messages';
import { clausesInput } from './drafting/clauses';
import { draftingMessages } from './drafting/drafting.messages';
import './agreements.css';

interface Values {
  readonly content: AgreementContent;
  readonly note?: string;
  readonly resetsSignatures?: boolean;
}

export function Page() {
  const text = useText(agreementMessages);
  const { organisationId = '', agreementId = '' } = useParams();
  const query = useOperation(Agreement, { id: agreementId });
  return (
    <Frame title={text('editTitle')}>
      <Loaded of={query}>
        {({ agreement }) =>
          agreement?.viewerCan.edit || agreement?.viewerCan.amend ? (
            <EditForm agreement={agreement} organisationId={organisationId} />
          ) : (
            <EmptyState title={text(agreement ? 'notEditable' : 'gone')}>
              <Link to={`/work/${organisationId}/agreements`}>{text('back')}</Link>
            </EmptyState>
          )
        }
      </Loaded>
    </Frame>
  );
}

function EditForm({ agreement, organisationId }: AgreementSectionProps) {
  const navigate = useNavigate();
  const drafting = useText(draftingMessages);
  const { id, version, form: cooperation, subKind, title, viewerCan, state } = agreement;
  const { promisedStudents, startsOn, endsOn, clauses, annexes } = agreement;
  const refreshes = ['Agreement', 'Agreements', 'AgreementVersions'];
  const { run } = useAction(EditAgreement, { refreshes });
  const { form, submit, ...progress } = useActionForm<Values, Parameters<typeof run>[0]>({
    run,
    toInput: ({ content, note, resetsSignatures }) => ({
      agreementId: id,
      version,
      content: { ...content, clauses: clausesInput(content.clauses) },
      note,
      resetsSignatures,
    }),
  });
  const draft = useDraft(form, `agreement.${id}.${version}`);
  const finish = async (values: Values): Promise<void> => {
    if (!(await submit(values))) return;
    draft.discard();
    await navigate(`/work/${organisationId}/agreements/${id}`);
  };
  return (
    <>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      {viewerCan.amend && <AmendWarning agreement={agreement} />}
      <AgreementForm<Values>
        form={form}
        initialValues={{
          content: {
            ...{ form: cooperation, title, clauses, promisedStudents, startsOn, endsOn },
            annexes: annexes.map((annex) => ({ title: annex.title, fileId: annex.fileId })),
          },
        }}
        hasForms={subKind !== null}
        annexes={annexes}
        saveLabel={state === 'DRAFT' ? undefined : drafting('saveVersion')}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        end={<VersionFields isAmendment={viewerCan.amend} />}
        {...progress}
      />
    </>
  );
}

/** Before anything is typed: what saving does to the signatures. */
function AmendWarning({ agreement }: Pick<AgreementSectionProps, 'agreement'>) {
  const text = useText(draftingMessages);
  const { length: count } = agreement.signatures;
  return (
    <Alert
      className="gq-drafting-warning"
      type="warning"
      showIcon
      title={text(count === 0 ? 'amendBack' : 'amendWarning')}
      description={count === 0 ? text('amendNone') : text('amendText', { count })}
    />
  );
}

/** What was changed, and the consent to what it does to signatures. */
function VersionFields({ isAmendment }: { readonly isAmendment: boolean }) {
  const text = useText(draftingMessages);
  const agreementText = useText(agreementMessages);
  const confirmed = {
    validator: (_: unknown, value: unknown) =>
      value === true
        ? Promise.resolve()
        : Promise.reject(new Error(agreementText('signConfirmNeeded'))),
  };
  return (
    <>
      <Form.Item name="note" label={text('note')} extra={text('noteHint')} rules={[{ max: 500 }]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      {isAmendment && (
        <Form.Item name="resetsSignatures" valuePropName="checked" rules={[confirmed]}>
          <Checkbox>{text('amendConfirm')}</Checkbox>
        </Form.Item>
      )}
    </>
  );
}
