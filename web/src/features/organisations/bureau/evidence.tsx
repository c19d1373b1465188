import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import {
  EvidenceNeeded,
  Verification,
} from '@/graphql/generated/features/organisations/bureau/verification';
import { useFormat } from '@/shared/format/use-format';
import { useAttempt } from '@/shared/forms/use-attempt';
import { operationOptions, useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Section } from '@/shared/ui/page';
import { EmptyState } from '@/shared/ui/states';
import type { ShownVerification } from './verification-page';
import { verificationMessages } from './verification.messages';
import '@/shared/ui/rows.css';

/** What was handed in, against what has to be there. */
export function Evidence({ verification }: { readonly verification: ShownVerification }) {
  const text = useText(verificationMessages);
  const { number } = useFormat();
  const open = useFreshLink(verification.id);
  const { evidence, organisation } = verification;
  if (!evidence) return null;
  return (
    <Section title={text('evidence')}>
      <p className="gq-bureau-note">{text('evidenceHint')}</p>
      {organisation && <Needed kind={organisation.kind} given={evidence.map(({ kind }) => kind)} />}
      {evidence.length === 0 ? (
        <EmptyState title={text('noEvidence')} />
      ) : (
        <ul className="gq-rows gq-bureau-files">
          {evidence.map(({ fileId, fileName, kind, sizeBytes }) => (
            <li key={fileId}>
              <span>
                {text(`kind_${kind}`)}
                <span className="gq-bureau-note">
                  {fileName} · {number(Math.max(1, Math.round(sizeBytes / 1024)))} KB
                </span>
              </span>
              <Button size="small" onClick={() => void open(fileId)}>
                {text('download', { name: text(`kind_${kind}`) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Links are good for minutes, people read for longer: each download asks for a new one. */
function useFreshLink(id: string): (fileId: string) => Promise<void> {
  const client = useQueryClient();
  const attempt = useAttempt();
  return async (fileId) => {
    await attempt(async () => {
      const { organisationVerification } = await client.fetchQuery({
        ...operationOptions(Verification, { id }),
        staleTime: 0,
      });
      const file = organisationVerification?.evidence?.find((paper) => paper.fileId === fileId);
      if (file) window.location.assign(file.download.url);
    });
  };
}

type Kind = NonNullable<ShownVerification['organisation']>['kind'];
type PaperKind = NonNullable<ShownVerification['evidence']>[number]['kind'];

function Needed({ kind, given }: { readonly kind: Kind; readonly given: readonly PaperKind[] }) {
  const text = useText(verificationMessages);
  const { data } = useOperation(EvidenceNeeded, { kind });
  if (data === undefined) return null;
  const { edition, source, required } = data.evidenceRequirements;
  return (
    <>
      <p>{text('evidenceNeeded', { edition, source })}</p>
      <ul className="gq-bureau-needed">
        {required.map(({ anyOf }) => {
          const isThere = anyOf.some((paper) => given.includes(paper));
          return (
            <li key={anyOf.join()}>
              {anyOf.map((paper) => text(`kind_${paper}`)).join(text('or'))}{' '}
              <Badge tone={isThere ? 'good' : 'bad'}>{text(isThere ? 'there' : 'missing')}</Badge>
            </li>
          );
        })}
      </ul>
    </>
  );
}
