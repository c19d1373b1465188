import { Button } from 'antd';
import { useState } from 'react';
import { OwnOrderClasses } from '@/features/agreements/enrolment/own-order-classes';
import { useEducationLevelName } from '@/features/reference-data/level-select';
import {
  LeaveAffiliation,
  MyAffiliations,
  type AffiliationState,
  type MyAffiliationsQuery,
} from '@/graphql/generated/features/affiliations/own/own';
import { ActionDialog } from '@/shared/forms/action-dialog';
import { useFormat } from '@/shared/format/use-format';
import { useAction } from '@/shared/graphql/action';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Facts } from '@/shared/ui/facts';
import { Page as Frame, Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { ClaimForm } from './claim-form';
import { ownMessages } from './own.messages';
import './own.css';

type Place = NonNullable<MyAffiliationsQuery['me']>['affiliations'][number];

const TONES: Readonly<Record<AffiliationState, Tone>> = {
  ROSTERED: 'neutral',
  CLAIMED: 'warn',
  CONFIRMED: 'good',
  REFUSED: 'bad',
  LEFT: 'neutral',
};

export function Page() {
  const text = useText(ownMessages);
  const query = useOperation(MyAffiliations, {});
  return (
    <Frame title={text('menu')} lead={text('lead')}>
      <Loaded of={query}>
        {({ me }) =>
          me && (
            <>
              <Section title={text('places')}>
                {me.affiliations.length === 0 ? (
                  <p className="gq-college-soft">{text('none')}</p>
                ) : (
                  <ul className="gq-college-places">
                    {me.affiliations.map((place) => (
                      <li key={place.id}>
                        <PlaceItem place={place} />
                      </li>
                    ))}
                  </ul>
                )}
              </Section>
              <OwnOrderClasses />
              <Section title={text('claim')}>
                <ClaimForm viewerId={me.id} name={me.profile?.fullName ?? me.account.displayName} />
              </Section>
            </>
          )
        }
      </Loaded>
    </Frame>
  );
}

function PlaceItem({ place }: { readonly place: Place }) {
  const text = useText(ownMessages);
  const levelName = useEducationLevelName();
  const { dateTime } = useFormat();
  const [isLeaving, setLeaving] = useState(false);
  const { run } = useAction(LeaveAffiliation, {
    refreshes: ['MyAffiliations', 'MyRecommendations'],
  });
  const { id, state, college, claimedAt, decidedAt, leftAt, educationLevel } = place;
  const step = state === 'CLAIMED' ? 'takeBack' : 'leave';
  const name = college?.name ?? '';
  return (
    <>
      <div className="gq-college-top">
        <h3>{name}</h3>
        <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>
      </div>
      <p className="gq-college-soft">{text(`sentence_${state}`)}</p>
      <Facts
        facts={[
          { label: text('refusalReason'), value: place.refusalReason },
          { label: text('studentName'), value: place.studentName },
          { label: text('studentNumber'), value: place.studentNumber },
          { label: text('major'), value: place.majorName },
          { label: text('className'), value: place.className },
          { label: text('educationLevel'), value: educationLevel && levelName(educationLevel) },
          { label: text('graduationYear'), value: text('year', { year: place.graduationYear }) },
          { label: text('claimedAt'), value: claimedAt && dateTime(claimedAt) },
          { label: text('decidedAt'), value: decidedAt && dateTime(decidedAt) },
          { label: text('leftAt'), value: leftAt && dateTime(leftAt) },
        ]}
      />
      {place.viewerCan.leave && (
        <div className="gq-college-buttons">
          <Button danger onClick={() => setLeaving(true)}>
            {text(step)}
          </Button>
        </div>
      )}
      {isLeaving && (
        <ActionDialog
          title={text(`${step}Title`, { college: name })}
          lead={text(`${step}Text`)}
          submitLabel={text(step)}
          isDangerous
          run={() => run({ affiliationId: id })}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  );
}
