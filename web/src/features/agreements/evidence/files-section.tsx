import { AgreementEvidence } from '@/graphql/generated/features/agreements/evidence/evidence';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { AnnexList } from '../annexes/annex-list';
import type { AgreementSectionProps } from '../agreement-section';
import { evidenceMessages } from './evidence.messages';
import './evidence.css';

/** What all have signed, whatever became of it since. */
const SIGNED_BY_ALL: ReadonlySet<string> = new Set([
  ...['SIGNED', 'EFFECTIVE', 'SUSPENDED'],
  ...['SUPERSEDED', 'EXPIRED', 'TERMINATED'],
]);

/** The sealed file once there is one, a preview until then, and where the chain of events stands. */
export function FilesSection({ agreement }: AgreementSectionProps) {
  const text = useText(evidenceMessages);
  const { dateTime } = useFormat();
  const query = useOperation(AgreementEvidence, { id: agreement.id });
  const isSigned = SIGNED_BY_ALL.has(agreement.state);
  return (
    <Section title={text('files')}>
      <Loaded of={query}>
        {({ agreement: found }) => {
          const file = found?.sealedFile;
          const head = found?.chainHead;
          return (
            <>
              <p className="gq-evidence-links">
                {file && (
                  <>
                    <a className="gq-button" href={file.downloadUrl}>
                      {text('download')}
                    </a>
                    <a className="gq-button gq-button-plain" href={file.signatureDownloadUrl}>
                      {text('signature')}
                    </a>
                    <a className="gq-button gq-button-plain" href={file.evidenceDownloadUrl}>
                      {text('evidence')}
                    </a>
                    <a className="gq-button gq-button-plain" href={file.verificationUrl}>
                      {text('verify')}
                    </a>
                  </>
                )}
                {found?.previewUrl && (
                  <a className="gq-button gq-button-plain" href={found.previewUrl}>
                    {text('preview')}
                  </a>
                )}
              </p>
              <p className="gq-agreements-soft">
                {file ? text('expires') : text(isSigned && head ? 'waiting' : 'previewNote')}
              </p>
              <AnnexList annexes={found?.annexes ?? []} />
              <Facts
                facts={[
                  { label: text('sealedAt'), value: file ? dateTime(file.sealedAt) : null },
                  {
                    label: text('sha256'),
                    value: file ? <code className="gq-agreements-hash">{file.sha256}</code> : null,
                  },
                  {
                    label: text('chain'),
                    value: head ? (
                      <>
                        {text('chainText', { count: head.eventCount })}{' '}
                        <code className="gq-agreements-hash">{head.hash}</code>
                      </>
                    ) : null,
                  },
                ]}
              />
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}
