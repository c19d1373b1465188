import { useText } from '@/shared/i18n/messages';
import type { HeldFile } from './sealed-file';
import type { Judgement, Verdict } from './use-verdict';
import { faultMessages, verdictMessages } from './verdict.messages';

const LOOKS: Readonly<Record<Verdict, { tone: 'good' | 'bad' | 'warn'; path: string }>> = {
  GENUINE: { tone: 'good', path: 'M5 12.5l4.5 4.5L19 7.5' },
  RECORDED: { tone: 'good', path: 'M5 12.5l4.5 4.5L19 7.5' },
  CHANGED: { tone: 'bad', path: 'M6 6l12 12M18 6L6 18' },
  BROKEN: { tone: 'bad', path: 'M12 5v9M12 18.5v.5' },
  UNKNOWN: { tone: 'warn', path: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.5' },
  NOT_FOUND: { tone: 'warn', path: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.5' },
};

export interface VerdictBannerProps {
  readonly judgement: Judgement;
  readonly held: HeldFile | null;
  /** Number the reader came with, or typed. */
  readonly askedNumber: string | null;
}

/** The one answer, in words, with a sign and a colour: what follows on the page are its reasons. */
export function VerdictBanner({ judgement, held, askedNumber }: VerdictBannerProps) {
  const text = useText(verdictMessages);
  const fault = useText(faultMessages);
  const { verdict, found, isOtherFile } = judgement;
  const { tone, path } = LOOKS[verdict];
  const number = found?.agreementNumber ?? '';
  const badEvent = found?.firstBadEvent ?? null;
  const isOtherNumber =
    found !== null && askedNumber !== null && askedNumber.toUpperCase() !== number;
  return (
    <div className={`gq-verdict gq-verdict-${tone}`} data-verdict={verdict}>
      <svg className="gq-verdict-sign" viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
      <div>
        <p className="gq-verdict-title">{text(verdict)}</p>
        <p>{text(`${verdict}_TEXT`, { number, name: held?.fileName ?? '' })}</p>
        {badEvent !== null && (
          <p>
            {text('brokenEvent', {
              number: badEvent,
              fault: fault(found?.firstBadEventFault ?? 'EDITED'),
            })}
          </p>
        )}
        {verdict === 'BROKEN' && held !== null && (
          <p>{text(isOtherFile ? 'otherFile' : 'sameFile')}</p>
        )}
        {verdict === 'UNKNOWN' && held?.isMarked && <p>{text('marked')}</p>}
        {isOtherNumber && <p>{text('otherNumber', { number, asked: askedNumber })}</p>}
      </div>
    </div>
  );
}
