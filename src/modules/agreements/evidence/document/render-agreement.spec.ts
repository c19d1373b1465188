import { create, type Font } from 'fontkit';
import {
  agreementDocument,
  DOCUMENT_AGREEMENT_ID,
} from '../../../../../test/factories/agreement-document.factory.js';
import { gb2312, RARE_NAMES, RARE_PLACES } from '../../../../../test/support/chinese-characters.js';
import { readPdf, type ReadPage } from '../../../../../test/support/pdf-glyphs.js';
import { faultOfPdf } from '../../../../core/storage/inspect-pdf.js';
import type { AgreementDocument } from './agreement-document.js';
import { fontBytes } from './document-fonts.js';
import { manifestOf } from './evidence-manifest.js';
import { renderAgreement } from './render-agreement.js';
import { unprintableCharacters } from './unprintable-characters.js';

const render = (document: AgreementDocument): Promise<Buffer> =>
  renderAgreement(DOCUMENT_AGREEMENT_ID, document);
const read = async (over: Partial<AgreementDocument> = {}): Promise<ReadPage[]> =>
  readPdf(await render(agreementDocument(over)));
const textOf = (pages: readonly ReadPage[]): string => pages.map(({ text }) => text).join('');

const regular = create(fontBytes('regular')) as Font;
const bold = create(fontBytes('bold')) as Font;
const outlineOf = (character: string, isBold: boolean): string =>
  (isBold ? bold : regular).glyphForCodePoint(character.codePointAt(0) ?? 0).path.toSVG();

describe('renderAgreement', () => {
  it('gives the same bytes for the same document, and others when one word differs', async () => {
    const one = await render(agreementDocument());
    expect(one.equals(await render(agreementDocument()))).toBe(true);
    expect(one.equals(await render(agreementDocument({ title: '智能制造订单班合作协仪' })))).toBe(
      false,
    );
  });

  it('shows title, number, parties, term, clauses and signatures', async () => {
    const text = textOf(await read());
    for (const part of [
      '智能制造订单班合作协议',
      'XQ-2026-000042',
      '甲方（院校）：苏州工业园区职业技术学院',
      '统一社会信用代码：91320583MA1NABCD1X',
      '自2026年12月1日起至2029年11月30日止',
      '第二条 双方的权利与义务',
      '龚䶮',
      '2026-11-22 16:09:07',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('numbers every page and puts number and hash at its foot', async () => {
    const pages = await read();
    expect(pages).toHaveLength(4);
    pages.forEach(({ text }, at) => {
      expect(text).toContain(`第 ${String(at + 1)} / 4 页`);
      expect(text).toContain('正文 SHA-256');
      expect(text).toContain(agreementDocument().textHash);
    });
  });

  it('lists every event with its hash, and says what the seal does not show', async () => {
    const document = agreementDocument();
    const text = textOf((await read()).slice(2));
    const { events = [], keyId = '' } = document.certificate ?? {};
    expect(events).toHaveLength(6);
    for (const { hash } of events) expect(text).toContain(hash);
    expect(text).toContain(keyId);
    expect(text).toContain('第十三条第一款所称的可靠的电子签名');
    expect(text).toContain('does not claim that it is by itself a reliable electronic');
  });

  it('carries the hashes of all events for programs', async () => {
    const document = agreementDocument();
    expect(manifestOf(await render(document))).toEqual({
      number: 'XQ-2026-000042',
      agreementId: DOCUMENT_AGREEMENT_ID,
      textHash: document.textHash,
      keyId: document.certificate?.keyId,
      events: document.certificate?.events.map(({ hash }) => hash),
    });
  });

  it('marks what is not sealed as a draft, without certificate and manifest', async () => {
    const draft = await render(agreementDocument({ certificate: null, signatures: [] }));
    const pages = await readPdf(draft);
    expect(pages.length).toBeGreaterThan(0);
    for (const { text } of pages) {
      expect(text).toContain('草稿 DRAFT');
      expect(text).toContain('未经签署封存');
      expect(text).not.toContain('签署证明');
    }
    expect(manifestOf(draft)).toBeNull();
  });

  it('has nothing in it that our own check of files would refuse', async () => {
    expect(faultOfPdf(await render(agreementDocument()))).toBeNull();
  });

  it('takes an annex of 200 pages', async () => {
    const body = `${'甲乙双方本着平等自愿、互惠互利的原则达成如下约定。'.repeat(50)}\n`.repeat(10);
    const clauses = Array.from({ length: 24 }, (_, at) => ({ heading: `附件${String(at)}`, body }));
    const bytes = await render(agreementDocument({ clauses }));
    const pages = bytes.toString('latin1').match(/\/Type \/Page\n/g) ?? [];
    expect(pages.length).toBeGreaterThan(200);
    expect(pages.length).toBeLessThan(215);
  }, 60_000);

  it('prints markup as the characters it is made of', async () => {
    const body = '<script>alert(1)</script> (a) \\n 100%';
    const clauses = [{ heading: '<b>标题</b>', body }];
    const text = textOf(await read({ clauses }));
    expect(text).toContain('<script>alert(1)</script> (a) \\n 100%');
    expect(text).toContain('<b>标题</b>');
  });
});

describe('the characters of a document', () => {
  const characters = [...new Set([...gb2312(), ...RARE_NAMES, ...RARE_PLACES])];

  it('are those of GB 2312 and more than fifty rare ones', () => {
    expect(gb2312()).toHaveLength(7_445);
    expect(new Set([...RARE_NAMES, ...RARE_PLACES]).size).toBeGreaterThanOrEqual(50);
    expect(characters).not.toContain('\u{fffd}');
  });

  it('are read back as text, and drawn as the font draws them, in both weights', async () => {
    const rows = Array.from({ length: Math.ceil(characters.length / 40) }, (_, row) =>
      characters.slice(row * 40, (row + 1) * 40).join(''),
    );
    const pages = await read({
      clauses: [
        { heading: rows.join(''), body: '粗体' },
        { heading: '常规', body: rows.join('\n') },
      ],
    });
    for (const isBold of [false, true]) {
      const drawn = new Map<string, Set<string>>();
      for (const glyph of pages.flatMap((page) => page.glyphs)) {
        if (glyph.isBold !== isBold) continue;
        const outlines = drawn.get(glyph.unicode) ?? new Set();
        drawn.set(glyph.unicode, outlines.add(glyph.outline));
      }
      const visible = characters.filter((character) => character.trim() !== '');
      const lost = visible.filter((character) => !drawn.has(character));
      expect(lost).toEqual([]);
      // Figures have a second form beside Latin letters; the plain one must be there.
      const wrong = visible.filter((each) => !drawn.get(each)?.has(outlineOf(each, isBold)));
      expect(wrong).toEqual([]);
      expect(visible.filter((each) => drawn.get(each)?.has(''))).toEqual([]);
    }
  }, 60_000);
});

describe('unprintableCharacters', () => {
  const clauses = [
    { heading: '合作', body: '第一段\n第二段\t列' },
    { heading: '签署', body: '由𡘙先生与𡘙女士办理\u{200d}' },
  ];

  it('names each character the font lacks, and where it stands', () => {
    const { title, parties } = agreementDocument();
    expect(unprintableCharacters({ title, parties, clauses })).toEqual([
      { character: '𡘙', codePoint: 'U+21619', path: ['clauses', '1', 'body'] },
      { character: '\u{200d}', codePoint: 'U+200D', path: ['clauses', '1', 'body'] },
    ]);
    const [first, second] = parties;
    if (!first || !second) throw new Error('There are no parties');
    const named = [first, { ...second, name: '\u{2b7a8}工厂' }];
    expect(unprintableCharacters({ title: '表情😀', parties: named, clauses: [] })).toEqual([
      { character: '😀', codePoint: 'U+1F600', path: ['title'] },
      { character: '\u{2b7a8}', codePoint: 'U+2B7A8', path: ['parties', '1', 'name'] },
    ]);
  });

  it('finds nothing in GB 2312, rare names and rare places', () => {
    const body = [...gb2312(), ...RARE_NAMES, ...RARE_PLACES].join('');
    expect(unprintableCharacters({ title: body, parties: [], clauses: [] })).toEqual([]);
  });
});
