import { MyMatchOutlook } from '@/graphql/generated/features/matching/outlook/outlook';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { ChangeList } from './change-list';
import { outlookMessages } from './outlook.messages';
import './outlook.css';

/** What would help the viewer over all open postings; asked for when the list beside it is there. */
export function MatchOutlook() {
  const text = useText(outlookMessages);
  const query = useOperation(MyMatchOutlook, {});
  if (query.data?.myMatchOutlook === null) return null;
  return (
    <Section title={text('outlook')}>
      <Loaded of={query}>
        {({ myMatchOutlook: outlook }) =>
          outlook && (
            <>
              <p className="gq-outlook-lead">
                {text('fitting', { count: outlook.fittingCount })}{' '}
                {text(outlook.changes.length === 0 ? 'none' : 'outlookText')}
              </p>
              <ChangeList changes={outlook.changes} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
