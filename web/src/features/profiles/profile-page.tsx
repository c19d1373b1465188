import { Progress } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { MyProfile, type MyProfileQuery } from '@/graphql/generated/features/profiles/profile';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame, Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { ProfileStep } from './profile-step';
import { firstStep, isStep, stepFor, STEPS, type OwnProfile } from './profile-steps';
import { profilesMessages } from './profiles.messages';
import { StepList } from './step-list';
import './profiles.css';

export function Page() {
  const text = useText(profilesMessages);
  const profile = useOperation(MyProfile, {});
  return (
    <Frame title={text('menu')} lead={text('lead')} width="wide">
      <Loaded of={profile}>{({ me }) => me && <Editor me={me} />}</Loaded>
    </Frame>
  );
}

function Editor({ me }: { readonly me: NonNullable<MyProfileQuery['me']> }) {
  const text = useText(profilesMessages);
  const [search] = useSearchParams();
  const chosen = search.get('step');
  const { profile } = me;
  const step = isStep(chosen) ? chosen : firstStep(profile);
  return (
    // On a phone either the steps are shown or the one that was chosen.
    <div className={`gq-profile ${isStep(chosen) ? 'gq-profile-one' : 'gq-profile-all'}`}>
      <div className="gq-profile-overview">
        {profile && <Completeness profile={profile} />}
        <StepList profile={profile} current={step} />
      </div>
      <div className="gq-profile-step">
        <p className="gq-profile-where">
          <Link to="/me/profile">{text('allSteps')}</Link>
          <span>{text('stepOf', { step: STEPS.indexOf(step) + 1, total: STEPS.length })}</span>
        </p>
        <Section title={text(`step_${step}`)}>
          <ProfileStep key={`${step} ${profile?.id}`} step={step} me={me} />
        </Section>
      </div>
    </div>
  );
}

function Completeness({ profile }: { readonly profile: OwnProfile }) {
  const text = useText(profilesMessages);
  const { share, missing, isComplete } = profile.completeness;
  return (
    <div className="gq-profile-completeness">
      <p id="gq-profile-completeness">{text('completeness')}</p>
      <Progress
        percent={Math.round(share * 100)}
        {...(isComplete ? { status: 'success' as const } : {})}
        aria-labelledby="gq-profile-completeness"
      />
      {isComplete ? (
        <p className="gq-profile-note">
          {text('complete')} <Link to="/me/recommendations">{text('toRecommendations')}</Link>
        </p>
      ) : (
        <p className="gq-profile-note">
          {text('missing')}
          {missing.map((name) => (
            <Link key={name} to={`?step=${stepFor(name)}`}>
              {text(`missing_${name}`)}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
