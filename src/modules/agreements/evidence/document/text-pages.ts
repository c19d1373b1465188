import type { AgreementDocument } from './agreement-document.js';
import { clauseLabel, dayText, instantText } from './document-words.js';
import { ACCENT, SOFT, type PdfSheet } from './pdf-sheet.js';

const BODY = { size: 10.5, lineGap: 5 } as const;

/** The agreement itself: title, parties, term, clauses and who signed. */
export function writeText(sheet: PdfSheet, document: AgreementDocument): void {
  writeHead(sheet, document);
  writeParties(sheet, document);
  for (const [at, { heading, body }] of document.clauses.entries()) {
    writeClause(sheet, `${clauseLabel(at + 1)}\u3000${heading}`.trimEnd(), body);
  }
  if (document.internship?.length) {
    writeClause(sheet, '实习约定', document.internship.join('\n'));
  }
  if (document.obligations?.length) {
    writeClause(sheet, '约定事项', document.obligations.join('\n'));
  }
  if (document.annexes.length > 0) writeAnnexes(sheet, document);
  if (document.signatures.length > 0) writeSignatures(sheet, document);
}

function writeHead(sheet: PdfSheet, { kind, title, number }: AgreementDocument): void {
  sheet
    .text(kind, { size: 11, color: ACCENT, align: 'center', after: 6 })
    .text(title, { font: 'bold', size: 21, align: 'center', lineGap: 4, after: 8 })
    .text(`编号\u3000${number}`, { size: 9.5, color: SOFT, align: 'center', after: 14 })
    .rule(ACCENT, 1)
    .space(16);
}

function writeParties(sheet: PdfSheet, document: AgreementDocument): void {
  const { parties, startsOn, endsOn, promisedStudents } = document;
  for (const { label, role, name, creditCode } of parties) {
    sheet.text(`${label}（${role}）：${name}`, {
      ...BODY,
      font: 'bold',
      after: creditCode ? 0 : 6,
    });
    if (creditCode !== null) {
      sheet.text(`统一社会信用代码：${creditCode}`, { size: 9, color: SOFT, after: 6 });
    }
  }
  sheet.space(4);
  if (promisedStudents !== null) {
    sheet.text(`每年接收学生：${String(promisedStudents)}名`, { ...BODY, after: 2 });
  }
  sheet
    .text(`协议期限：自${dayText(startsOn)}起至${dayText(endsOn)}止。`, { ...BODY, after: 10 })
    .rule()
    .space(12);
}

function writeClause(sheet: PdfSheet, heading: string, body: string): void {
  sheet.keepTogether(60).text(heading, { font: 'bold', size: 11.5, lineGap: 4, after: 4 });
  for (const paragraph of body.replaceAll('\t', '\u3000').split(/\r?\n/)) {
    if (paragraph.trim() === '') continue;
    sheet.text(paragraph.trimEnd(), { ...BODY, indent: 2 * BODY.size, after: 2 });
  }
  sheet.space(10);
}

function writeAnnexes(sheet: PdfSheet, { annexes }: AgreementDocument): void {
  sheet.keepTogether(90).text('附件', { font: 'bold', size: 11.5, after: 6 });
  sheet.table(
    [{ title: '名称与 SHA-256 值：附件以原文件形式随正文一并确认', share: 1 }],
    annexes.map(({ title, sha256 }, at) => ({
      cells: [`${String(at + 1)}. ${title}`],
      note: sha256,
    })),
  );
}

function writeSignatures(sheet: PdfSheet, { signatures }: AgreementDocument): void {
  sheet.keepTogether(110).space(6).text('签署', { font: 'bold', size: 11.5, after: 6 });
  sheet.table(
    [
      { title: '签约方', share: 0.38 },
      { title: '签署人', share: 0.14 },
      { title: '方式', share: 0.24 },
      { title: '时间（北京时间）', share: 0.24 },
    ],
    signatures.map(({ partyLabel, partyName, signerName, method, signedAt }) => ({
      cells: [`${partyLabel}\u3000${partyName}`, signerName, method, instantText(signedAt)],
    })),
  );
}
