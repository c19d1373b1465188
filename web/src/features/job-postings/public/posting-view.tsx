import type { PublicPostingContentFragment } from '@/graphql/generated/features/job-postings/public/posting';
import { useFormat } from '@/shared/format/use-format';
import { useHead } from '@/shared/head/head';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { ApplyAction } from './apply-action';
import { EmployerCard } from './employer-card';
import { PostingFacts } from './posting-facts';
import { postingJsonLd } from './posting-json-ld';
import { endsSoon } from './posting-state';
import { PostingMatch } from './posting-match';
import { PostingTools } from './posting-tools';
import { postingMessages } from './posting.messages';
import { postingWordsMessages } from './posting-words.messages';
import { Questions } from './questions';
import { Requirements } from './requirements';
import { usePostingWords } from './use-posting-words';

const DESCRIPTION_LENGTH = 150;

export interface PostingProps {
  readonly posting: PublicPostingContentFragment;
}

/** Everything about one posting, and what its reader can do. */
export function PostingView({ posting }: PostingProps) {
  const text = useText(postingMessages);
  const word = useText(postingWordsMessages);
  const words = usePostingWords();
  const { title, pay, benefits, duties, conditions, workConditions } = posting;
  const employer = posting.employerName ?? word('employerUnknown');
  const months = words.payMonths(pay);
  const structuredData = postingJsonLd(posting);
  useHead({
    title: `${title} · ${employer}`,
    description: [words.pay(pay), posting.region?.fullName, duties]
      .filter(Boolean)
      .join(' · ')
      .slice(0, DESCRIPTION_LENGTH),
    ...(structuredData ? { structuredData } : {}),
  });
  return (
    <article className="gq-page gq-posting">
      <header className="gq-card gq-posting-head">
        <div className="gq-posting-head-main">
          <h1>{title}</h1>
          <p className="gq-posting-pay">
            {words.pay(pay)}
            {months && <span className="gq-posting-card-months">{months}</span>}
          </p>
          <ul className="gq-posting-card-facts">
            <li>{posting.region?.fullName ?? posting.placeText ?? word('placeUnknown')}</li>
            <li>{words.experience(posting.experienceYearsMin)}</li>
            <li>{words.education(posting.educationLevel)}</li>
            {posting.engagementType && <li>{words.engagement(posting.engagementType)}</li>}
          </ul>
          <Marks posting={posting} />
        </div>
        <div className="gq-posting-head-side">
          <ApplyAction posting={posting} />
          <PostingTools posting={posting} />
        </div>
      </header>
      {posting.source !== null && posting.publication === 'EXTERNAL' && (
        <ExternalNote source={posting.source} />
      )}
      <div className="gq-posting-columns">
        <div className="gq-posting-main">
          <TextSection title={text('duties')} content={duties} />
          <TextSection title={text('conditions')} content={conditions} />
          <Requirements requirements={posting.requirements} />
          <PostingMatch posting={posting} />
          <TextSection title={text('workConditions')} content={workConditions} />
          {benefits.length > 0 && (
            <section className="gq-card">
              <h2>{text('benefits')}</h2>
              <ul className="gq-posting-tags gq-posting-tags-large">
                {benefits.map((benefit) => (
                  <li key={benefit}>{benefit}</li>
                ))}
              </ul>
            </section>
          )}
          <PostingFacts posting={posting} />
          <Questions posting={posting} />
        </div>
        <EmployerCard posting={posting} />
      </div>
    </article>
  );
}

function Marks({ posting }: PostingProps) {
  const text = useText(postingMessages);
  const { date } = useFormat();
  const { audience, publication } = posting;
  return (
    <p className="gq-posting-marks">
      {publication === 'EXTERNAL' && <Badge tone="warn">{text('external')}</Badge>}
      {audience.rule === 'PARTNERS_ONLY' && <Badge tone="accent">{text('partnersOnly')}</Badge>}
      {audience.rule === 'PARTNERS_FIRST' && audience.partnersUntil !== null && (
        <Badge tone="accent">{text('partnersFirst', { day: date(audience.partnersUntil) })}</Badge>
      )}
      {endsSoon(posting) && <Badge tone="warn">{text('lastDays')}</Badge>}
    </p>
  );
}

function ExternalNote({
  source,
}: {
  readonly source: NonNullable<PublicPostingContentFragment['source']>;
}) {
  const text = useText(postingMessages);
  const { date } = useFormat();
  return (
    <section className="gq-posting-note" aria-label={text('external')}>
      <p>{text('externalText', { source: source.name })}</p>
      <p>
        {source.postedAt !== null && (
          <span>{text('externalPosted', { day: date(source.postedAt) })} </span>
        )}
        {source.url !== null && /^https?:/.test(source.url) && (
          <a href={source.url} target="_blank" rel="noreferrer nofollow">
            {text('externalLink')}
          </a>
        )}
      </p>
    </section>
  );
}

function TextSection({
  title,
  content,
}: {
  readonly title: string;
  readonly content: string | null;
}) {
  if (content === null) return null;
  return (
    <section className="gq-card">
      <h2>{title}</h2>
      <p className="gq-posting-text">{content}</p>
    </section>
  );
}
