import { MarketFigures } from '@/graphql/generated/features/home/home';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { homeMessages } from './home.messages';

const REFRESH_MS = 60_000;
const FIGURES = ['openPostings', 'openPositions', 'organisations', 'hires'] as const;

/** What is open on the market, counted anew while the page is looked at. */
export function MarketNow() {
  const text = useText(homeMessages);
  const { number, time } = useFormat();
  const { data } = useOperation(MarketFigures, {}, { pollMs: REFRESH_MS });
  const figures = data?.marketFigures;
  return (
    <section className="gq-home-figures" aria-label={text('figures')}>
      <dl>
        {FIGURES.map((name) => (
          <div key={name}>
            <dt>{text(name)}</dt>
            <dd>{figures ? number(figures[name]) : '–'}</dd>
          </div>
        ))}
      </dl>
      <p>{figures && text('asOf', { time: time(figures.asOf) })}</p>
    </section>
  );
}
