import { Button } from 'antd';
import { Link } from 'react-router';
import {
  ConsentToPrivacyNotice,
  PrivacyNotice,
} from '@/graphql/generated/features/identity/privacy-notice/privacy-notice';
import { FormProblems } from '@/shared/forms/form-problems';
import { useFormat } from '@/shared/format/use-format';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { NoticeText } from '../privacy-notice/notice-text';
import { consentMessages } from './consent.messages';

/** The edition in force and the agreement to it, in place of the page that was asked for. */
export function ConsentRequest() {
  const text = useText(consentMessages);
  const format = useFormat();
  const query = useOperation(PrivacyNotice, {});
  const { run, isRunning, userErrors, failure } = useAction(ConsentToPrivacyNotice);
  return (
    <Frame title={text('title')}>
      <Loaded of={query}>
        {({ privacyNotice: { version, publishedAt, text: notice } }) => (
          <section className="gq-card">
            <p>{text('lead', { version, day: format.date(publishedAt) })}</p>
            <NoticeText text={notice} />
            <FormProblems problems={userErrors.map(({ message }) => message)} failure={failure} />
            <div className="gq-actions">
              <Button
                type="primary"
                loading={isRunning}
                onClick={() => void run({ privacyNoticeVersion: version }).catch(() => undefined)}
              >
                {text('agree')}
              </Button>
              <Link className="gq-tool" to="/me/account">
                {text('account')}
              </Link>
            </div>
          </section>
        )}
      </Loaded>
    </Frame>
  );
}
