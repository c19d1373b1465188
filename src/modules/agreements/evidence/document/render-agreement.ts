import type { AgreementDocument } from './agreement-document.js';
import { writeCertificate } from './certificate-pages.js';
import { PdfSheet } from './pdf-sheet.js';
import { writeText } from './text-pages.js';
import { MANIFEST_ENTRY, manifestText } from './evidence-manifest.js';

const DRAFT_MARK = '草稿 DRAFT';
const UNSIGNED_MARK = '未签署 UNSIGNED';

/** The agreement as a PDF; the same document gives the same bytes. Without a certificate it is marked as what it is. */
export function renderAgreement(agreementId: string, document: AgreementDocument): Promise<Buffer> {
  const { number, kind, title, textHash, certificate, createdAt, isProposed = false } = document;
  const sheet = new PdfSheet({
    title: `${number} ${title}`,
    subject: kind,
    author: certificate?.operatorName ?? '',
    createdAt: certificate?.sealedAt ?? createdAt,
    entries: certificate ? { [MANIFEST_ENTRY]: manifestFor(agreementId, document) } : {},
  });
  writeText(sheet, document);
  if (certificate) writeCertificate(sheet, document, certificate);
  return sheet.finish(
    (page, pages) => [
      `${number}\u3000${certificate ? '已签署并封存' : isProposed ? '未签署完成，不作凭据' : '草稿，未经签署封存，不作凭据'}`,
      `第 ${String(page)} / ${String(pages)} 页`,
      `正文 SHA-256\u3000${textHash}`,
    ],
    certificate ? null : isProposed ? UNSIGNED_MARK : DRAFT_MARK,
  );
}

function manifestFor(
  agreementId: string,
  { number, textHash, certificate }: AgreementDocument,
): string {
  const { keyId = '', events = [] } = certificate ?? {};
  return manifestText({ number, agreementId, textHash, keyId, events: events.map((e) => e.hash) });
}
