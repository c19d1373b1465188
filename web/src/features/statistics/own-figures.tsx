import {
  CollegeFigures,
  EnterpriseFigures,
} from '@/graphql/generated/features/statistics/statistics';
import type { OrganisationKind } from '@/graphql/generated/shared/viewer/viewer';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { FigureCards } from './figure-cards';
import { statisticsMessages } from './statistics.messages';

export interface OwnFiguresProps {
  readonly organisationId: string;
  readonly kind: OrganisationKind;
}

/** What the organisation's own records say. */
export function OwnFigures({ organisationId, kind }: OwnFiguresProps) {
  if (kind === 'COLLEGE') return <OfCollege organisationId={organisationId} />;
  if (kind === 'ENTERPRISE') return <OfEnterprise organisationId={organisationId} />;
  return null;
}

function OfCollege({ organisationId }: { readonly organisationId: string }) {
  const text = useText(statisticsMessages);
  const query = useOperation(CollegeFigures, { organisationId });
  return (
    <Section title={text('own')}>
      <Loaded of={query}>
        {({ all, confirmed, claimed, agreements, partnerPostings }) => (
          <FigureCards
            label={text('own')}
            figures={[
              card('students', all.totalCount, text('students'), text('ruleStudents')),
              card('confirmed', confirmed.totalCount, text('confirmed'), text('ruleConfirmed')),
              card('claimed', claimed.totalCount, text('claimed'), text('ruleClaimed')),
              card('agreements', agreements.totalCount, text('agreements'), text('ruleAgreements')),
              card(
                'partnerPostings',
                partnerPostings.total,
                text('partnerPostings'),
                text('rulePartnerPostings'),
              ),
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

function OfEnterprise({ organisationId }: { readonly organisationId: string }) {
  const text = useText(statisticsMessages);
  const query = useOperation(EnterpriseFigures, { organisationId });
  return (
    <Section title={text('own')}>
      <Loaded of={query}>
        {({ published, inReview, closed, agreements }) => (
          <FigureCards
            label={text('own')}
            figures={[
              card('published', published.totalCount, text('published'), text('rulePublished')),
              card('inReview', inReview.totalCount, text('inReview'), text('ruleInReview')),
              card('closed', closed.totalCount, text('closed'), text('ruleClosed')),
              card('agreements', agreements.totalCount, text('agreements'), text('ruleAgreements')),
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

function card(key: string, value: number | null | undefined, label: string, rule: string) {
  return { key, value: value ?? 0, label, rule };
}
