import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { NoteAgreementRead } from '@/graphql/generated/features/agreements/signing/signing';
import { useAction } from '@/shared/graphql/action';
import type { ShownAgreement } from '../agreement-section';
import { AnnexList } from '../annexes/annex-list';
import { ClauseHeading } from '../text/clause-heading';

interface ReadClause {
  readonly key: string;
  readonly position: number;
  readonly heading: string;
  readonly body: string;
}

interface ReadingTextProps {
  readonly clauses: readonly ReadClause[];
  readonly annexes: ShownAgreement['annexes'];
  /** The end of it was on the screen. */
  readonly onRead: () => void;
  /** Stands below a clause. */
  readonly below?: (clause: ReadClause) => ReactNode;
}

/** The whole text that is signed: its clauses, and its annexes to be opened. */
export function ReadingText({ clauses, annexes, onRead, below }: ReadingTextProps) {
  const end = useRef<HTMLDivElement>(null);
  useReadToEnd(end, onRead);
  return (
    <>
      {clauses.map((clause) => (
        <div key={clause.key} className="gq-signing-clause">
          {(clauses.length > 1 || clause.heading !== '') && (
            <ClauseHeading position={clause.position}>{clause.heading}</ClauseHeading>
          )}
          <div className="gq-signing-text">{clause.body}</div>
          {below?.(clause)}
        </div>
      ))}
      <AnnexList annexes={annexes} />
      <div ref={end} aria-hidden="true" className="gq-signing-end" />
    </>
  );
}

/** Calls when the end of the text is on the screen. */
function useReadToEnd(end: RefObject<HTMLDivElement | null>, onRead: () => void): void {
  const told = useRef(onRead);
  useEffect(() => {
    told.current = onRead;
  });
  useEffect(() => {
    if (end.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) told.current();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [end]);
}

/** Tells the platform once that what was opened to be signed was read to its end. */
export function useNoteRead(signingSessionId: string | null, isRead: boolean): void {
  const { run } = useAction(NoteAgreementRead, { refreshes: [] });
  const noted = useRef<string | null>(null);
  useEffect(() => {
    if (!isRead || signingSessionId === null || noted.current === signingSessionId) return;
    noted.current = signingSessionId;
    // What is wrong with the session is said when it is signed.
    run({ signingSessionId }).catch(() => undefined);
  }, [isRead, signingSessionId, run]);
}
