import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { RenewAgreements } from '@/graphql/generated/features/agreements/renewal/renewal';
import { useFormat } from '@/shared/format/use-format';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Records, type RecordColumn } from '@/shared/ui/records';
import { renewalMessages } from './renewal.messages';
import type { Candidate } from './renewal-page';
import type { RenewalResult } from './renewal-results';

interface ListProps {
  readonly candidates: readonly Candidate[];
  readonly organisationId: string;
}

/** What an agreement is and when it ends. */
function useAgreementColumns(organisationId: string): readonly RecordColumn<Candidate>[] {
  const text = useText(renewalMessages);
  const { date } = useFormat();
  return [
    {
      key: 'name',
      title: text('name'),
      isHead: true,
      render: ({ agreement: { id, title, agreementNumber } }) => (
        <>
          <Link to={`/work/${organisationId}/agreements/${id}`}>{title}</Link>
          <span className="gq-agreements-note">{agreementNumber}</span>
        </>
      ),
    },
    {
      key: 'partner',
      title: text('partner'),
      render: ({ agreement: { parties } }) =>
        parties.map(({ name }) => name).join(text('separator')),
    },
    { key: 'ends', title: text('ends'), render: ({ agreement }) => date(agreement.endsOn) },
  ];
}

/** Chosen ones are renewed at once, after a second thought. */
export function RenewableList(props: ListProps & { onDone: (all: RenewalResult[]) => void }) {
  const { candidates, organisationId, onDone } = props;
  const text = useText(renewalMessages);
  const { date } = useFormat();
  const columns = useAgreementColumns(organisationId);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAsking, setAsking] = useState(false);
  const { run } = useAction(RenewAgreements, {
    refreshes: ['Agreements', 'AgreementCounts', 'AgreementRegistry', 'RenewalPreview'],
    onDone: ({ items }) => {
      setChosen([]);
      onDone(
        (items ?? []).map((item) => ({
          ...item,
          title:
            candidates.find(({ agreement }) => agreement.id === item.agreementId)?.agreement
              .title ?? '',
        })),
      );
    },
  });
  return (
    <>
      <Records
        caption={text('ready')}
        columns={[
          ...columns,
          {
            key: 'newTerm',
            title: text('newTerm'),
            render: ({ preview: { startsOn, endsOn, obligationCount } }) => (
              <>
                {text('term', { from: date(startsOn ?? ''), to: date(endsOn ?? '') })}
                {(obligationCount ?? 0) > 0 && (
                  <span className="gq-agreements-note">
                    {text('carried', { count: obligationCount ?? 0 })}
                  </span>
                )}
              </>
            ),
          },
        ]}
        records={candidates}
        keyOf={({ agreement }) => agreement.id}
        selection={{
          keys: chosen,
          onChange: setChosen,
          labelOf: ({ agreement }) => text('select', { title: agreement.title }),
          labelOfAll: text('selectAll'),
        }}
      />
      <Button
        type="primary"
        className="gq-renewal-button"
        disabled={chosen.length === 0}
        title={chosen.length === 0 ? text('choose') : ''}
        onClick={() => setAsking(true)}
      >
        {text('renew', { count: chosen.length })}
      </Button>
      {isAsking && (
        <ActionDialog
          title={text('confirmTitle')}
          lead={text('confirm', { count: chosen.length })}
          submitLabel={text('confirmButton')}
          run={() => run({ agreementIds: [...chosen] })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Those that cannot be renewed, and why. */
export function RefusedList({ candidates, organisationId }: ListProps) {
  const text = useText(renewalMessages);
  const columns = useAgreementColumns(organisationId);
  return (
    <Records
      caption={text('refused')}
      columns={[
        ...columns,
        {
          key: 'reason',
          title: text('reason'),
          render: ({ preview }) => preview.refusalMessage,
        },
      ]}
      records={candidates}
      keyOf={({ agreement }) => agreement.id}
    />
  );
}
