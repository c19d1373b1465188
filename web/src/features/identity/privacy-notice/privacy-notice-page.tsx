import { Link } from 'react-router';
import { PrivacyNotice } from '@/graphql/generated/features/identity/privacy-notice/privacy-notice';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { OperatorLine } from '@/shared/operator/operator-line';
import { Page as Frame } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { NoticeText } from './notice-text';
import { privacyNoticeMessages } from './privacy-notice.messages';

/** The privacy notice in force, for everybody. */
export function Page() {
  const text = useText(privacyNoticeMessages);
  const format = useFormat();
  const query = useOperation(PrivacyNotice, {});
  const notice = query.data?.privacyNotice;
  return (
    <Frame
      title={text('title')}
      lead={
        notice && text('edition', { version: notice.version, day: format.date(notice.publishedAt) })
      }
    >
      <Loaded of={query}>
        {({ privacyNotice }) => (
          <section className="gq-card">
            <NoticeText text={privacyNotice.text} />
            <OperatorLine />
            <p>
              {text('yourData')} <Link to="/me/account">{text('toAccount')}</Link>
            </p>
          </section>
        )}
      </Loaded>
    </Frame>
  );
}
