import { Link } from 'react-router';
import type { MatchChangeFragment } from '@/graphql/generated/features/matching/outlook/outlook';
import { useText } from '@/shared/i18n/messages';
import { outlookMessages } from './outlook.messages';
import '@/shared/ui/rows.css';
import './outlook.css';

/** Where in the profile a change of a kind is made. */
const WAYS = {
  SKILL: { step: 'skills', label: 'to_SKILL' },
  CERTIFICATE: { step: 'certificates', label: 'to_CERTIFICATE' },
  SKILL_LEVEL: { step: 'certificates', label: 'to_CERTIFICATE' },
  EDUCATION: { step: 'educations', label: 'to_EDUCATION' },
  EXPERIENCE: { step: 'experiences', label: 'to_EXPERIENCE' },
  START_DATE: { step: 'basics', label: 'to_START_DATE' },
  PAY: { step: 'intentions', label: 'to_INTENTIONS' },
  REGION: { step: 'intentions', label: 'to_INTENTIONS' },
} as const satisfies Readonly<Record<MatchChangeFragment['kind'], object>>;

/** What would help, most helpful first, each with the way to where it is changed. */
export function ChangeList({ changes }: { readonly changes: readonly MatchChangeFragment[] }) {
  const text = useText(outlookMessages);
  return (
    <ol className="gq-rows gq-outlook-changes">
      {changes.map(({ kind, value, sentence }) => {
        const { step, label } = WAYS[kind];
        return (
          <li key={`${kind} ${value}`}>
            <span>{sentence}</span>
            <Link to={`/me/profile?step=${step}`}>{text(label)}</Link>
          </li>
        );
      })}
    </ol>
  );
}
