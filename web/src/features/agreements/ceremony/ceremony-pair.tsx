import { QRCode } from 'antd';
import type { AgreementCeremonyQuery } from '@/graphql/generated/features/agreements/ceremony/ceremony';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { useTheme } from '@/shared/ui/theme';
import { ceremonyMessages } from './ceremony.messages';

type Pair = NonNullable<AgreementCeremonyQuery['agreementCeremony']>['pairs'][number];
type Signer = Pair['signers'][number];

const QR_SIZE = 104;
/** A code is read by its contrast: dark on light, whatever the page is. */
const QR_COLOURS = { color: '#1c232b', bgColor: '#fff' };

/** One agreement on the stage. The code leads to its page and gives no right to anything. */
export function CeremonyPair({ pair, isOpen }: { readonly pair: Pair; readonly isOpen: boolean }) {
  const { position, agreementId, kindName, isOnTheTable, isComplete, signers } = pair;
  const text = useText(ceremonyMessages);
  useTheme();
  return (
    <li className="gq-pair" data-complete={isComplete} data-off={!isOnTheTable}>
      <div className="gq-pair-head">
        <span className="gq-pair-number">{text('pair', { number: position })}</span>
        <span>{kindName}</span>
      </div>
      <div className="gq-pair-body">
        <ul>
          {signers.map((signer) => (
            <SignerLine key={signer.signatoryId} signer={signer} isOnTheTable={isOnTheTable} />
          ))}
        </ul>
        {isOpen && isOnTheTable && !isComplete && (
          <figure className="gq-pair-code">
            <QRCode
              type="svg"
              size={QR_SIZE}
              bordered={false}
              {...QR_COLOURS}
              value={`${window.location.origin}/agreements/${agreementId}`}
            />
            <figcaption>{text('scan')}</figcaption>
          </figure>
        )}
      </div>
      {!isOnTheTable && <p className="gq-pair-off">{text('offTable')}</p>}
    </li>
  );
}

function SignerLine({
  signer: { partyName, name, state, signedAt },
  isOnTheTable,
}: {
  readonly signer: Signer;
  readonly isOnTheTable: boolean;
}) {
  const text = useText(ceremonyMessages);
  const { time } = useFormat();
  const hasSigned = signedAt != null;
  return (
    <li className="gq-signer" data-signed={hasSigned}>
      <span className="gq-signer-mark" aria-hidden="true">
        {hasSigned ? '✓' : ''}
      </span>
      <span className="gq-signer-party">{partyName}</span>
      <span className="gq-signer-state">
        {hasSigned
          ? `${name == null ? text('signed') : text('signedBy', { name })} · ${time(signedAt)}`
          : isOnTheTable && text(waitingWord(state))}
      </span>
    </li>
  );
}

function waitingWord(state: Signer['state']): 'waiting' | 'declined' | 'expired' {
  if (state === 'DECLINED') return 'declined';
  return state === 'EXPIRED' ? 'expired' : 'waiting';
}
