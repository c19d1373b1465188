import { Link } from 'react-router';
import type { MyProfileQuery } from '@/graphql/generated/features/profiles/profile';
import { useText } from '@/shared/i18n/messages';
import { EmptyState } from '@/shared/ui/states';
import { profilesMessages } from './profiles.messages';
import type { OwnProfile, StepName } from './profile-steps';
import { BasicsStep } from './steps/basics-step';
import { CertificatesStep } from './steps/certificates-step';
import { CreateStep } from './steps/create-step';
import { EducationsStep } from './steps/educations-step';
import { ExperiencesStep } from './steps/experiences-step';
import { IntentionsStep } from './steps/intentions-step';
import { PortfolioStep } from './steps/portfolio-step';
import { SkillsStep } from './steps/skills-step';
import { TransferStep } from './steps/transfer-step';
import { VisibilityStep } from './steps/visibility-step';

export interface ProfileStepProps {
  readonly step: StepName;
  readonly me: NonNullable<MyProfileQuery['me']>;
}

/** Before there is a profile only the basics, or a file with everything, make one. */
export function ProfileStep({ step, me: { account, profile } }: ProfileStepProps) {
  const text = useText(profilesMessages);
  if (profile !== null) return <StepOf step={step} profile={profile} />;
  if (step === 'basics') return <CreateStep name={account.displayName} />;
  if (step === 'transfer') return <TransferStep version={null} />;
  return (
    <EmptyState title={text('createFirst')}>
      <p>{text('createFirstText')}</p>
      <Link className="gq-button" to="?step=basics">
        {text('toBasics')}
      </Link>
    </EmptyState>
  );
}

function StepOf({ step, profile }: { readonly step: StepName; readonly profile: OwnProfile }) {
  switch (step) {
    case 'basics':
      return <BasicsStep profile={profile} />;
    case 'intentions':
      return <IntentionsStep profile={profile} />;
    case 'educations':
      return <EducationsStep profile={profile} />;
    case 'experiences':
      return <ExperiencesStep profile={profile} />;
    case 'skills':
      return <SkillsStep profile={profile} />;
    case 'certificates':
      return <CertificatesStep profile={profile} />;
    case 'portfolio':
      return <PortfolioStep profile={profile} />;
    case 'visibility':
      return <VisibilityStep profile={profile} />;
    case 'transfer':
      return <TransferStep version={profile.version} />;
  }
}
