import '../own.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import {
  AcceptInvitation,
  DeclineInvitation,
} from '@/graphql/generated/features/organisations/own/mine/mine';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, LoadingState } from '@/shared/ui/states';
import { useViewer } from '@/shared/viewer/use-viewer';
import { mineMessages } from './mine.messages';

const THEN = encodeURIComponent('/invitations/answer');

/** Where the link of a mailed invitation leads. Its token stays behind the fragment, so that no server log has it. */
export function Page() {
  const text = useText(mineMessages);
  const viewer = useViewer();
  const { hash } = useLocation();
  const [isDone, setDone] = useState(false);
  return (
    <Frame title={text('answerTitle')} width="narrow">
      <section className="gq-card">
        {hash === '' || isDone ? (
          <EmptyState title={text(isDone ? 'answerDone' : 'noToken')}>
            <Link className="gq-button" to="/me/organisations">
              {text('toMine')}
            </Link>
          </EmptyState>
        ) : (
          <>
            <p>{text('answerText')}</p>
            {viewer === undefined && <LoadingState />}
            {viewer === null && (
              <>
                <p>{text('answerSignIn')}</p>
                <div className="gq-actions">
                  <Link className="gq-button" to={`/sign-in?then=${THEN}${hash}`}>
                    {text('signIn')}
                  </Link>
                  <Link className="gq-tool" to={`/sign-up?then=${THEN}${hash}`}>
                    {text('signUp')}
                  </Link>
                </div>
              </>
            )}
            {viewer && <Answers token={hash.slice(1)} onDone={() => setDone(true)} />}
          </>
        )}
      </section>
    </Frame>
  );
}

interface AnswersProps {
  readonly token: string;
  readonly onDone: () => void;
}

function Answers({ token, onDone }: AnswersProps) {
  const text = useText(mineMessages);
  const attempt = useAttempt();
  const navigate = useNavigate();
  const accept = useAction(AcceptInvitation, {
    onDone: ({ organisation }) => {
      if (organisation) void navigate(`/work/${organisation.id}`);
    },
  });
  const decline = useAction(DeclineInvitation, { onDone });
  return (
    <div className="gq-actions">
      <Button
        type="primary"
        loading={accept.isRunning}
        onClick={() => void attempt(() => accept.run({ token }), text('accepted'))}
      >
        {text('accept')}
      </Button>
      <Button
        loading={decline.isRunning}
        onClick={() => void attempt(() => decline.run({ token }), text('declined'))}
      >
        {text('decline')}
      </Button>
    </div>
  );
}
