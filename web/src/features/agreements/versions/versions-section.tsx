import { Button } from 'antd';
import { useState } from 'react';
import { AgreementVersions } from '@/graphql/generated/features/agreements/versions/versions';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import type { AgreementSectionProps } from '../agreement-section';
import { VersionComparison } from './version-comparison';
import { versionsMessages } from './versions.messages';
import './versions.css';

interface Compared {
  readonly from: number;
  readonly to: number;
}

/** Every version of the text, and what one changed of another. */
export function VersionsSection({ agreement }: AgreementSectionProps) {
  const text = useText(versionsMessages);
  const { dateTime } = useFormat();
  const query = useOperation(AgreementVersions, { id: agreement.id });
  const [compared, setCompared] = useState<Compared | null>(null);
  const partyOf = (position: number | null | undefined): string =>
    agreement.parties.find((party) => party.position === position)?.name ?? text('unknownParty');
  return (
    <Section title={text('versions')}>
      <Loaded of={query}>
        {({ agreement: found }) => {
          const versions = found?.versions ?? [];
          const latest = versions[0]?.number ?? 1;
          return (
            <>
              <ul className="gq-versions">
                {versions.map(({ number, madeAt, note, partyPosition, author }, index) => (
                  <li key={number}>
                    <div className="gq-versions-line">
                      <strong>{text('version', { number })}</strong>
                      {number === latest && <Badge tone="accent">{text('current')}</Badge>}
                      <span className="gq-agreements-soft">
                        {text('made', {
                          at: dateTime(madeAt),
                          party: partyOf(partyPosition),
                          author: author ? ` · ${author.displayName}` : '',
                        })}
                      </span>
                    </div>
                    {note && <p className="gq-versions-note">{note}</p>}
                    <div className="gq-versions-line">
                      {index < versions.length - 1 && (
                        <Button
                          size="small"
                          aria-label={`${text('changes')} · ${text('version', { number })}`}
                          onClick={() => setCompared({ from: number - 1, to: number })}
                        >
                          {text('changes')}
                        </Button>
                      )}
                      {number < latest - 1 && (
                        <Button
                          size="small"
                          aria-label={`${text('sinceThen')} · ${text('version', { number })}`}
                          onClick={() => setCompared({ from: number, to: latest })}
                        >
                          {text('sinceThen')}
                        </Button>
                      )}
                    </div>
                  </li>
                ))}
              </ul>
              {compared && (
                <VersionComparison
                  agreement={agreement}
                  partyOf={partyOf}
                  {...compared}
                  onClose={() => setCompared(null)}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
