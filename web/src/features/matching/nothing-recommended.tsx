import { Link } from 'react-router';
import type { MyRecommendationsQuery } from '@/graphql/generated/features/matching/recommendations';
import { useText } from '@/shared/i18n/messages';
import { EmptyState } from '@/shared/ui/states';
import { matchingMessages } from './matching.messages';

export type OwnProfile = NonNullable<NonNullable<MyRecommendationsQuery['me']>['profile']>;

/** Why there is nothing to recommend, and what to do about it. */
export function NothingRecommended({ profile }: { readonly profile: OwnProfile | null }) {
  const text = useText(matchingMessages);
  const reason = reasonFor(profile);
  const ways = {
    noProfile: { to: '/me/profile', label: 'toProfile' },
    notLooking: { to: '/me/profile?step=basics', label: 'toLooking' },
    noWishes: { to: '/me/profile?step=intentions', label: 'toWishes' },
    incomplete: { to: '/me/profile', label: 'toProfile' },
    nothing: { to: '/jobs', label: 'toSearch' },
  } as const;
  const { to, label } = ways[reason];
  return (
    <EmptyState title={text(`${reason}Title`)}>
      <p>{text(`${reason}Text`)}</p>
      <Link className="gq-button" to={to}>
        {text(label)}
      </Link>
    </EmptyState>
  );
}

function reasonFor(profile: OwnProfile | null) {
  if (profile === null) return 'noProfile';
  if (!profile.isActive) return 'notLooking';
  const { missing, isComplete } = profile.completeness;
  if (missing.includes('INTENTIONS')) return 'noWishes';
  return isComplete ? 'nothing' : 'incomplete';
}
