import { Link, useNavigate, useParams } from 'react-router';
import {
  Agreement,
  EditAgreement,
  type AgreementQuery,
} from '@/graphql/generated/features/agreements/agreement';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { AgreementForm, type AgreementContent } from './agreement-form';
import { agreementMessages } from './agreement.messages';
import './agreements.css';

type Shown = NonNullable<AgreementQuery['agreement']>;
interface Values {
  readonly content: AgreementContent;
}

export function Page() {
  const text = useText(agreementMessages);
  const { organisationId = '', agreementId = '' } = useParams();
  const query = useOperation(Agreement, { id: agreementId });
  return (
    <Frame title={text('editTitle')}>
      <Loaded of={query}>
        {({ agreement }) =>
          agreement?.viewerCan.edit ? (
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

function EditForm({
  agreement,
  organisationId,
}: {
  readonly agreement: Shown;
  readonly organisationId: string;
}) {
  const navigate = useNavigate();
  const { id, version, form: cooperation, title, terms } = agreement;
  const { promisedStudents, startsOn, endsOn } = agreement;
  const { run } = useAction(EditAgreement, { refreshes: ['Agreement', 'Agreements'] });
  const { form, submit, ...state } = useActionForm<Values, Parameters<typeof run>[0]>({
    run,
    toInput: ({ content }) => ({ agreementId: id, version, content }),
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
      <AgreementForm<Values>
        form={form}
        initialValues={{
          content: { form: cooperation, title, terms, promisedStudents, startsOn, endsOn },
        }}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        {...state}
      />
    </>
  );
}
