import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { ErrorState } from '@/shared/ui/states';
import { FileSection } from './file-section';
import { NumberForm } from './number-form';
import type { HeldFile } from './sealed-file';
import { useVerdict } from './use-verdict';
import { VerdictBanner } from './verdict-banner';
import { verdictMessages } from './verdict.messages';
import { VerificationResult } from './verification-result';
import { verificationMessages } from './verification.messages';
import './verification.css';

/** Anybody who holds a sealed agreement can compare it with what the platform keeps; the code on it leads here. */
export function Page() {
  const text = useText(verificationMessages);
  const verdictText = useText(verdictMessages);
  const [search, setSearch] = useSearchParams();
  const [number, code] = [search.get('number'), search.get('code')];
  const [held, setHeld] = useState<HeldFile | null>(null);
  const entered = number !== null && code !== null ? { number, code } : null;
  const { isAsked, judgement, error, refetch } = useVerdict(held, entered);
  const isAsking = isAsked && judgement === null;
  return (
    <Frame title={text('title')} lead={text('lead')} width="narrow">
      <div role="status">
        {isAsking && error === null && <p className="gq-loading">{verdictText('asking')}</p>}
        {judgement !== null && (
          <VerdictBanner judgement={judgement} held={held} askedNumber={number} />
        )}
      </div>
      {isAsking && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      <FileSection held={held} onHold={setHeld} />
      {judgement?.found && <VerificationResult found={judgement.found} />}
      <NumberForm
        key={search.toString()}
        number={number ?? ''}
        code={code ?? ''}
        onCheck={setSearch}
      />
    </Frame>
  );
}
