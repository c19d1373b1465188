import type {
  JobFairPlaceState,
  JobFairState,
} from '@/graphql/generated/features/activities/job-fairs';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { jobFairMessages } from './job-fairs.messages';

const TONES: Readonly<Record<JobFairState, Tone>> = {
  DRAFT: 'neutral',
  PUBLISHED: 'good',
  CANCELLED: 'bad',
  ENDED: 'neutral',
};
const PLACE_TONES: Readonly<Record<JobFairPlaceState, Tone>> = {
  INVITED: 'accent',
  REGISTERED: 'good',
  DECLINED: 'neutral',
  LEFT: 'neutral',
  WITHDRAWN: 'warn',
};

export function JobFairStateBadge({ state }: { readonly state: JobFairState }) {
  const text = useText(jobFairMessages);
  return <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>;
}

export function JobFairPlaceBadge({ state }: { readonly state: JobFairPlaceState }) {
  const text = useText(jobFairMessages);
  return <Badge tone={PLACE_TONES[state]}>{text(`place_${state}`)}</Badge>;
}
