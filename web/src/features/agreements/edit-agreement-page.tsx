import { Alert, Checkbox, Form, Input } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import {
  EditableAgreement,
  EditAgreement,
  type EditableAgreementQuery,
} from '@/graphql/generated/features/agreements/agreement';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { AgreementForm } from './agreement-form';
import type { AgreementSectionProps } from './agreement-section';
import { agreementMessages } from './agreement.messages';
import { contentFieldOf, contentInput, type AgreementContent } from './drafting/content';
import type { DraftParty } from './drafting/parties';
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
  const query = useOperation(EditableAgreement, { id: agreementId });
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

type Editable = NonNullable<EditableAgreementQuery['agreement']>;

interface EditFormProps extends AgreementSectionProps {
  readonly agreement: Editable;
}

function EditForm({ agreement, organisationId }: EditFormProps) {
  const navigate = useNavigate();
  const drafting = useText(draftingMessages);
  const { id, version, kind, viewerCan, state, annexes } = agreement;
  const parties = partiesOf(agreement);
  const refreshes = [
    'Agreement',
    'Agreements',
    'AgreementVersions',
    'AgreementObligations',
    'AgreementInternshipTerms',
    'EditableAgreement',
  ];
  const { run } = useAction(EditAgreement, { refreshes });
  const { form, submit, ...progress } = useActionForm<Values, Parameters<typeof run>[0]>({
    run,
    toInput: ({ content, note, resetsSignatures }) => ({
      agreementId: id,
      version,
      content: contentInput(content, parties),
      note,
      resetsSignatures,
    }),
    fieldOf: contentFieldOf,
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
        kind={kind}
        parties={parties}
        initialValues={{ content: contentOf(agreement) }}
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

/** Parties of an agreement there is already stay; they go by their positions. */
function partiesOf({ kind, parties }: Editable): readonly DraftParty[] {
  return parties.map(({ position, role, name }) => ({
    id: String(position),
    role,
    name,
    isPerson: kind.roles.find(({ code }) => code === role)?.organisationKinds.length === 0,
  }));
}

function contentOf(agreement: Editable): Partial<AgreementContent> {
  const { subKind, title, clauses, promisedStudents, startsOn, endsOn } = agreement;
  const { annexes, obligations, internship } = agreement;
  return {
    ...{ title, clauses, promisedStudents, startsOn, endsOn, internship: internship ?? null },
    ...(subKind == null ? {} : { subKind }),
    annexes: annexes.map((annex) => ({ title: annex.title, fileId: annex.fileId })),
    obligations: obligations.map(({ key, partyPosition, metric, quantity, dueOn, proof }) => ({
      ...{ key, quantity, dueOn, proof },
      metric: metric.code,
      owedBy: String(partyPosition),
    })),
  };
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
