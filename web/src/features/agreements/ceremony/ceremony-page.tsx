import { App, Button } from 'antd';
import { Link, useParams } from 'react-router';
import {
  AgreementCeremony,
  CancelAgreementCeremony,
  EndAgreementCeremony,
  OpenAgreementCeremony,
  type AgreementCeremonyQuery,
} from '@/graphql/generated/features/agreements/ceremony/ceremony';
import { ActionRefused, useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { toast } from '@/shared/ui/toasts';
import { ceremonyMessages } from './ceremony.messages';
import { CeremonyStage } from './ceremony-stage';
import { useLiveCeremony } from './use-live-ceremony';
import './ceremony.css';

type Ceremony = NonNullable<AgreementCeremonyQuery['agreementCeremony']>;
type Step = 'open' | 'end' | 'cancel';

const REFRESHES = { refreshes: ['AgreementCeremony', 'AgreementCeremonies'] };

export function Page() {
  const text = useText(ceremonyMessages);
  const { ceremonyId = '' } = useParams();
  const query = useOperation(AgreementCeremony, { id: ceremonyId });
  return (
    <Loaded of={query}>
      {({ agreementCeremony: ceremony }) =>
        ceremony ? (
          <Ceremony ceremony={ceremony} />
        ) : (
          <Frame title={text('gone')}>
            <div className="gq-card">
              <EmptyState title={text('goneText')} />
            </div>
          </Frame>
        )
      }
    </Loaded>
  );
}

function Ceremony({ ceremony }: { readonly ceremony: Ceremony }) {
  const { id, name, place, startsAt, state } = ceremony;
  const { dateTime } = useFormat();
  const isConnected = useLiveCeremony(id, state === 'PLANNED' || state === 'OPEN');
  return (
    <Frame
      title={name}
      lead={`${place} · ${dateTime(startsAt)}`}
      width="wide"
      actions={<Steps ceremony={ceremony} />}
    >
      <CeremonyStage ceremony={ceremony} isConnected={isConnected} />
    </Frame>
  );
}

function Steps({ ceremony }: { readonly ceremony: Ceremony }) {
  const { id: ceremonyId, name, viewerCan } = ceremony;
  const text = useText(ceremonyMessages);
  const { organisationId = '' } = useParams();
  const { modal } = App.useApp();
  const steps = {
    open: useAction(OpenAgreementCeremony, REFRESHES),
    end: useAction(EndAgreementCeremony, REFRESHES),
    cancel: useAction(CancelAgreementCeremony, REFRESHES),
  };
  const take = async (step: Step): Promise<void> => {
    try {
      await steps[step].run({ ceremonyId });
      toast.success(text('done'));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const refused = error instanceof ActionRefused;
      toast.error(
        refused ? error.userErrors.map(({ message }) => message).join('；') : error.message,
      );
    }
  };
  const ask = (step: Step): void => {
    void modal.confirm({
      title: text(`${step}Ask`, { name }),
      content: text(`${step}Text`),
      okText: text(step),
      cancelText: text('keep'),
      okButtonProps: { danger: step !== 'open' },
      onOk: () => take(step),
    });
  };
  return (
    <>
      {viewerCan.edit && (
        <Link
          className="gq-button gq-button-plain"
          to={`/work/${organisationId}/ceremonies/${ceremonyId}/edit`}
        >
          {text('edit')}
        </Link>
      )}
      {viewerCan.cancel && <Button onClick={() => ask('cancel')}>{text('cancel')}</Button>}
      {viewerCan.open && (
        <Button type="primary" onClick={() => ask('open')}>
          {text('open')}
        </Button>
      )}
      {viewerCan.end && <Button onClick={() => ask('end')}>{text('end')}</Button>}
    </>
  );
}
