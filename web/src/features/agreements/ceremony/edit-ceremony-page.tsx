import { useNavigate, useParams } from 'react-router';
import {
  AgreementCeremony,
  EditAgreementCeremony,
  type AgreementCeremonyQuery,
} from '@/graphql/generated/features/agreements/ceremony/ceremony';
import { wallClockInChina } from '@/shared/format/china-time';
import { DraftNotice } from '@/shared/forms/draft-notice';
import { useActionForm } from '@/shared/forms/use-action-form';
import { useDraft } from '@/shared/forms/use-draft';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { CeremonyForm, type CeremonyValues } from './ceremony-form';
import { ceremonyMessages } from './ceremony.messages';
import { ceremonyInput } from './new-ceremony-page';

type Ceremony = NonNullable<AgreementCeremonyQuery['agreementCeremony']>;

export function Page() {
  const text = useText(ceremonyMessages);
  const { organisationId = '', ceremonyId = '' } = useParams();
  const query = useOperation(AgreementCeremony, { id: ceremonyId });
  return (
    <Frame title={text('editTitle')} lead={text('newLead')}>
      <Loaded of={query}>
        {({ agreementCeremony: ceremony }) =>
          ceremony?.viewerCan.edit ? (
            <Editor organisationId={organisationId} ceremony={ceremony} />
          ) : (
            <div className="gq-card">
              <EmptyState title={text(ceremony ? 'closed' : 'gone')} />
            </div>
          )
        }
      </Loaded>
    </Frame>
  );
}

function Editor({
  organisationId,
  ceremony,
}: {
  readonly organisationId: string;
  readonly ceremony: Ceremony;
}) {
  const navigate = useNavigate();
  const { id: ceremonyId, version, name, place, startsAt, pairs } = ceremony;
  const { run } = useAction(EditAgreementCeremony, {
    refreshes: ['AgreementCeremonies', 'AgreementCeremony'],
  });
  const { form, submit, ...state } = useActionForm<CeremonyValues, Parameters<typeof run>[0]>({
    run: async (input) => {
      await run(input);
      await navigate(`/work/${organisationId}/ceremonies/${ceremonyId}`);
    },
    toInput: (values) => ({ ceremonyId, version, ...ceremonyInput(values) }),
    fieldOf: ([first]) => [first ?? ''],
  });
  const draft = useDraft(form, `ceremony.edit.${ceremonyId}.${version}`);
  const finish = async (values: CeremonyValues): Promise<void> => {
    if (await submit(values)) draft.discard();
  };
  return (
    <>
      <DraftNotice draft={draft} onDiscard={() => form.resetFields()} />
      <CeremonyForm
        organisationId={organisationId}
        form={form}
        initialValues={{
          name,
          place,
          startsAt: wallClockInChina(startsAt),
          agreementIds: pairs.map(({ agreementId, signers }) => ({
            id: agreementId,
            label: [...new Set(signers.map(({ partyName }) => partyName))].join(' — '),
          })),
        }}
        onFinish={(values) => void finish(values)}
        onValuesChange={draft.keep}
        {...state}
      />
    </>
  );
}
