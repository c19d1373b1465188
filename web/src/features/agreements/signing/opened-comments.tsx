import { Agreement } from '@/graphql/generated/features/agreements/agreement';
import { AgreementComments } from '@/graphql/generated/features/agreements/comments/comments';
import { useOperation } from '@/shared/graphql/query';
import { ClauseComments } from '../comments/clause-comments';

interface OpenedCommentsProps {
  /** Null until the link was opened: the link itself shows the text and nothing of what was said about it. */
  readonly agreementId: string | null;
  readonly clauseKey: string;
  readonly position: number;
}

/** What the parties say about a clause of the text that is open to be signed; nothing for whoever is no party. */
export function OpenedComments({ agreementId, clauseKey, position }: OpenedCommentsProps) {
  const sought = { id: agreementId ?? '' };
  const options = { enabled: agreementId !== null };
  const shown = useOperation(Agreement, sought, options).data?.agreement;
  const said = useOperation(AgreementComments, sought, options).data?.agreement;
  if (!shown || !said) return null;
  return (
    <ClauseComments
      agreement={shown}
      clauseKey={clauseKey}
      position={position}
      comments={said.comments}
      canComment={said.viewerCan.comment}
    />
  );
}
