import { AgreementComments } from '@/graphql/generated/features/agreements/comments/comments';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import type { AgreementSectionProps } from '../agreement-section';
import { agreementMessages } from '../agreement.messages';
import { ClauseComments, GoneComments } from '../comments/clause-comments';
import { ClauseHeading } from './clause-heading';

/** What it says, clause by clause, and what the parties say about it. */
export function TextSection({ agreement }: AgreementSectionProps) {
  const text = useText(agreementMessages);
  const { clauses } = agreement;
  const { data } = useOperation(AgreementComments, { id: agreement.id });
  const comments = data?.agreement?.comments ?? [];
  const canComment = data?.agreement?.viewerCan.comment ?? false;
  return (
    <Section title={text('terms')}>
      {clauses.map(({ key, position, heading, body }) => (
        <div key={key} className="gq-agreements-clause">
          {(clauses.length > 1 || heading !== '') && (
            <ClauseHeading position={position}>{heading}</ClauseHeading>
          )}
          <div className="gq-agreements-terms">{body}</div>
          <ClauseComments
            agreement={agreement}
            clauseKey={key}
            position={position}
            comments={comments}
            canComment={canComment}
          />
        </div>
      ))}
      <GoneComments agreement={agreement} comments={comments} canComment={canComment} />
    </Section>
  );
}
