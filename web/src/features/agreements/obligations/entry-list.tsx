import { Button } from 'antd';
import { useState } from 'react';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { DisputeDialog, WithdrawDialog } from './entry-dialogs';
import type { Obligation } from './obligations-section';
import { obligationsMessages } from './obligations.messages';

interface EntryListProps {
  readonly obligation: Obligation;
  readonly agreementId: string;
  /** Of the party at a position. */
  readonly nameOf: (position: number) => string;
}

/** What the parties entered, the newest first, with what does not count and why. */
export function EntryList({ obligation, agreementId, nameOf }: EntryListProps) {
  const text = useText(obligationsMessages);
  const { date, dateTime, number } = useFormat();
  const [open, setOpen] = useState<{ step: 'withdraw' | 'dispute'; entryId: string } | null>(null);
  const { entries, metric } = obligation;
  if (entries.length === 0) return null;
  return (
    <>
      <ul className="gq-obligations-entries" aria-label={text('entries', { metric: metric.name })}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <div className="gq-obligations-head">
              <strong>{`${date(entry.happenedOn)} · ${number(entry.quantity)} ${metric.unit}`}</strong>
              {entry.withdrawnAt != null && <Badge tone="neutral">{text('withdrawn')}</Badge>}
              {entry.disputedAt != null && <Badge tone="bad">{text('disputed')}</Badge>}
            </div>
            <div>{entry.note}</div>
            {entry.disputeReason != null && (
              <div>{text('disputeOf', { reason: entry.disputeReason })}</div>
            )}
            <div className="gq-agreements-soft">
              {text('entered', {
                party: nameOf(entry.partyPosition),
                at: dateTime(entry.enteredAt),
              })}
            </div>
            <div className="gq-obligations-steps">
              {entry.viewerCanWithdraw && (
                <Button
                  size="small"
                  onClick={() => setOpen({ step: 'withdraw', entryId: entry.id })}
                >
                  {text('withdraw')}
                </Button>
              )}
              {entry.viewerCanDispute && (
                <Button
                  size="small"
                  onClick={() => setOpen({ step: 'dispute', entryId: entry.id })}
                >
                  {text('dispute')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open?.step === 'withdraw' && (
        <WithdrawDialog
          agreementId={agreementId}
          entryId={open.entryId}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.step === 'dispute' && (
        <DisputeDialog
          agreementId={agreementId}
          entryId={open.entryId}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
