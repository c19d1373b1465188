import {
  AgreementVerification,
  type AgreementVerificationQuery,
} from '@/graphql/generated/features/agreements/verification/verification';
import { useOperation } from '@/shared/graphql/query';
import type { HeldFile } from './sealed-file';

export type Verification = NonNullable<AgreementVerificationQuery['agreementVerification']>;

export type Verdict =
  /** The file is the sealed one, and all evidence of it fits. */
  | 'GENUINE'
  /** The agreement that it or its holder names was sealed here, with other bytes. */
  | 'CHANGED'
  /** Nothing sealed here has its hash or its number. */
  | 'UNKNOWN'
  /** What the platform keeps of the agreement is not as it was written. */
  | 'BROKEN'
  /** Without a file: the agreement was sealed here, and all evidence of it fits. */
  | 'RECORDED'
  /** Without a file: number and code open nothing. */
  | 'NOT_FOUND';

export interface Judgement {
  readonly verdict: Verdict;
  readonly found: Verification | null;
  /** The bytes differ from the sealed ones, whatever else is wrong. */
  readonly isOtherFile: boolean;
}

interface Sought {
  readonly number: string;
  readonly code: string;
}

/** First by the bytes of the file; if they are unknown, by what the file or its holder says it is. */
export function useVerdict(held: HeldFile | null, entered: Sought | null) {
  const byFile = useOperation(
    AgreementVerification,
    { sha256: held?.sha256 ?? null },
    { enabled: held !== null },
  );
  const isKnown = Boolean(held && byFile.data?.agreementVerification);
  const isAskingFile = held !== null && byFile.data === undefined;
  const claims = [held?.claim, entered].filter((each): each is Sought => Boolean(each));
  const first = useClaim(claims[0], !isKnown && !isAskingFile);
  const isFirstUnknown = first.data !== undefined && first.data.agreementVerification === null;
  const second = useClaim(claims[1], !isKnown && !isAskingFile && isFirstUnknown);
  const asked = isKnown || isAskingFile ? byFile : isFirstUnknown && claims[1] ? second : first;
  const isAsked = held !== null || entered !== null;
  const isNothingToAsk = isAsked && !isKnown && !isAskingFile && claims.length === 0;
  const answer = isNothingToAsk ? null : asked.data?.agreementVerification;
  return {
    isAsked,
    judgement: isAsked && answer !== undefined ? judge(held, answer) : null,
    error: asked.error,
    refetch: asked.refetch,
  };
}

function useClaim(claim: Sought | undefined, isWanted: boolean) {
  return useOperation(
    AgreementVerification,
    { number: claim?.number ?? null, code: claim?.code ?? null },
    { enabled: isWanted && claim !== undefined },
  );
}

export function judge(held: HeldFile | null, found: Verification | null): Judgement {
  const isOtherFile = held !== null && found !== null && held.sha256 !== found.sha256;
  if (found === null) {
    return { verdict: held === null ? 'NOT_FOUND' : 'UNKNOWN', found, isOtherFile };
  }
  if (!found.checks.every(({ isPassed }) => isPassed)) {
    return { verdict: 'BROKEN', found, isOtherFile };
  }
  if (held === null) return { verdict: 'RECORDED', found, isOtherFile };
  return { verdict: isOtherFile ? 'CHANGED' : 'GENUINE', found, isOtherFile };
}
