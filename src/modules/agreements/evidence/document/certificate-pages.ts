import { generate } from 'lean-qr';
import type {
  AgreementDocument,
  DocumentCertificate,
  DocumentEvent,
} from './agreement-document.js';
import { CLAIMS, hashText, instantText } from './document-words.js';
import { ACCENT, SOFT, type PdfSheet } from './pdf-sheet.js';

const QR_SIDE = 96;
const CLAIM = {
  zh: { left: 14, lineGap: 2.5, size: 9 },
  en: { left: 14, lineGap: 2, size: 8 },
} as const;

/** What happened to the agreement until it was sealed, and what the seal is worth. */
export function writeCertificate(
  sheet: PdfSheet,
  document: AgreementDocument,
  certificate: DocumentCertificate,
): void {
  sheet
    .newPage()
    .text('签署证明', { font: 'bold', size: 19, align: 'center', after: 2 })
    .text('Certificate of signing', { size: 10, color: SOFT, align: 'center', after: 12 })
    .rule(ACCENT, 1)
    .space(14);
  writeFacts(sheet, document, certificate);
  sheet.text('事件链\u3000Chain of events', { font: 'bold', size: 11.5, after: 6 });
  sheet.table(
    [
      { title: '序号', share: 0.07 },
      { title: '时间（北京时间）', share: 0.2 },
      { title: '事件\u3000Event', share: 0.25 },
      { title: '人员及所代表方\u3000Who', share: 0.31 },
      { title: '网络地址', share: 0.17 },
    ],
    certificate.events.map(eventRow),
    8.2,
  );
  writeClaims(sheet, CLAIMS.proves);
  writeClaims(sheet, CLAIMS.limits);
}

function writeFacts(
  sheet: PdfSheet,
  { number, textHash, annexes }: AgreementDocument,
  { keyId, verificationUrl, operatorName, sealedAt, events }: DocumentCertificate,
): void {
  const top = sheet.y;
  const width = sheet.width - QR_SIDE - 24;
  const facts = [
    ['编号\u3000Number', number],
    ['正文散列值\u3000SHA-256 of the text', hashText(textHash)],
    ...annexes.map(
      ({ title, sha256 }, at) =>
        [`附件${String(at + 1)}\u3000Annex ${String(at + 1)}：${title}`, hashText(sha256)] as const,
    ),
    [
      '事件\u3000Events',
      `${String(events.length)}，末条 last ${hashText(events.at(-1)?.hash ?? '')}`,
    ],
    ['封存时间\u3000Sealed', `${instantText(sealedAt)}（北京时间 China time）`],
    ['封存平台\u3000Platform', operatorName],
    ['签名密钥\u3000Signing key', `Ed25519 · ${keyId}`],
  ] as const;
  for (const [name, value] of facts) {
    sheet.text(name, { size: 7.5, color: SOFT, width });
    sheet.text(value, { size: 9, width, after: 5 });
  }
  const bottom = sheet.y;
  drawCode(sheet, verificationUrl, sheet.width - QR_SIDE, top);
  sheet.y = top + QR_SIDE + 6;
  const beside = { left: sheet.width - QR_SIDE, width: QR_SIDE, align: 'center' } as const;
  sheet.text('扫码核验\u3000Verify', { ...beside, size: 7.5, color: SOFT });
  sheet.y = Math.max(bottom, sheet.y) + 2;
  sheet
    .text('核验地址\u3000Verification', { size: 7.5, color: SOFT })
    .text(verificationUrl, { size: 9, color: ACCENT, after: 16 });
}

function drawCode(sheet: PdfSheet, text: string, left: number, top: number): void {
  const code = generate(text);
  const dark: [number, number][] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) dark.push([x, y]);
  }
  sheet.squares(left, top, QR_SIDE / code.size, dark);
}

function eventRow(event: DocumentEvent) {
  const { sequence, occurredAt, kind, actor, networkAddress, documentHash, hash } = event;
  const about = documentHash === null ? '' : `\u3000文本 text ${documentHash.slice(0, 16)}…`;
  return {
    cells: [
      String(sequence),
      instantText(occurredAt),
      `${kind.zh}\u3000${kind.en}`,
      actor,
      networkAddress ?? '—',
    ],
    note: `散列值 hash ${hash}${about}`,
  };
}

function writeClaims(
  sheet: PdfSheet,
  { title, points }: (typeof CLAIMS)[keyof typeof CLAIMS],
): void {
  const heading = `${title.zh}\u3000${title.en}`;
  for (const [at, { zh, en }] of points.entries()) {
    const height = sheet.heightOf(zh, CLAIM.zh) + sheet.heightOf(en, CLAIM.en) + 10;
    // A heading does not stay behind alone.
    sheet.keepTogether(height + (at === 0 ? 30 : 0));
    if (at === 0) sheet.space(4).text(heading, { font: 'bold', size: 11.5, after: 6 });
    const top = sheet.y;
    sheet.text(`${String(at + 1)}.`, { size: 9, width: 14 });
    sheet.y = top;
    sheet.text(zh, { ...CLAIM.zh, after: 2 }).text(en, { ...CLAIM.en, color: SOFT, after: 6 });
  }
}
