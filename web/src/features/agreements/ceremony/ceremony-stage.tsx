import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { AgreementCeremonyQuery } from '@/graphql/generated/features/agreements/ceremony/ceremony';
import { useText } from '@/shared/i18n/messages';
import { ceremonyMessages } from './ceremony.messages';
import { CeremonyPair } from './ceremony-pair';

type Ceremony = NonNullable<AgreementCeremonyQuery['agreementCeremony']>;

/** What the hall sees: each pair, each signature as it lands, how many of all. */
export function CeremonyStage({
  ceremony,
  isConnected,
}: {
  readonly ceremony: Ceremony;
  readonly isConnected: boolean;
}) {
  const { name, place, organisation, state, pairs } = ceremony;
  const text = useText(ceremonyMessages);
  const stage = useRef<HTMLDivElement>(null);
  const [isFull, setFull] = useFullScreen(stage);
  const onTable = pairs.filter(({ isOnTheTable }) => isOnTheTable);
  const signers = onTable.flatMap((pair) => pair.signers);
  const count = {
    signed: signers.filter(({ signedAt }) => signedAt != null).length,
    all: signers.length,
  };
  const isAllSigned = count.all > 0 && count.signed === count.all;
  return (
    <section
      ref={stage}
      className="gq-ceremony-stage"
      aria-label={text('stage')}
      data-full={isFull}
    >
      <header className="gq-ceremony-stage-head">
        <div>
          <h2>{name}</h2>
          <p>
            {organisation?.name} · {place}
          </p>
        </div>
        {document.fullscreenEnabled && (
          <Button className="gq-ceremony-stage-full" onClick={() => setFull(!isFull)}>
            {text(isFull ? 'leaveFullScreen' : 'fullScreen')}
          </Button>
        )}
      </header>
      <div className="gq-ceremony-stage-count" role="status" data-all={isAllSigned}>
        <strong>{isAllSigned ? text('allSigned') : text('signatures', count)}</strong>
        <span>
          {text('pairsDone', {
            signed: onTable.filter(({ isComplete }) => isComplete).length,
            all: onTable.length,
          })}
        </span>
        {state === 'PLANNED' && <span>{text('notBegun')}</span>}
        {state === 'ENDED' && <span>{text('over')}</span>}
        {state === 'CANCELLED' && <span>{text('wasCancelled')}</span>}
        {!isConnected && <span className="gq-ceremony-stage-broken">{text('reconnecting')}</span>}
      </div>
      <ol className="gq-ceremony-stage-pairs">
        {pairs.map((pair) => (
          <CeremonyPair key={pair.agreementId} pair={pair} isOpen={state === 'OPEN'} />
        ))}
      </ol>
    </section>
  );
}

/** Whether the element fills the screen; what the browser's own keys do is heard as well. */
function useFullScreen(
  element: React.RefObject<HTMLElement | null>,
): readonly [boolean, (wanted: boolean) => void] {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const changed = (): void => setFull(document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [element]);
  const want = (wanted: boolean): void => {
    // A browser that refuses leaves the page as it is; nothing is lost by that.
    const asked = wanted ? element.current?.requestFullscreen() : document.exitFullscreen();
    asked?.catch(() => setFull(false));
  };
  return [isFull, want];
}
