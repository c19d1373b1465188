import { create, type Font } from 'fontkit';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadGlyph {
  /** What the file says the sign means. */
  readonly unicode: string;
  /** Which weight drew it. */
  readonly isBold: boolean;
  /** Its outline, from the font that is embedded in the file. */
  readonly outline: string;
}

export interface ReadPage {
  readonly text: string;
  readonly glyphs: readonly ReadGlyph[];
}

interface ShownGlyph {
  readonly unicode: string;
  readonly fontChar: string;
}

/** Every page of a PDF as a reader's program understands it: its text, and the signs that are drawn for it. */
export async function readPdf(bytes: Buffer): Promise<ReadPage[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    fontExtraProperties: true,
    verbosity: 0,
  });
  const pdf = await task.promise;
  const fonts = new Map<string, { font: Font; isBold: boolean }>();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    const { fnArray, argsArray } = await page.getOperatorList();
    const glyphs: ReadGlyph[] = [];
    let current = '';
    fnArray.forEach((operation, at) => {
      const [first] = (argsArray[at] ?? []) as unknown[];
      if (operation === OPS.setFont) current = String(first);
      if (operation !== OPS.showText) return;
      const known = fonts.get(current) ?? embedded(page.commonObjs.get(current) as EmbeddedFont);
      fonts.set(current, known);
      for (const shown of (first as (ShownGlyph | number)[]).filter((g) => typeof g !== 'number')) {
        glyphs.push(readGlyph(shown, known));
      }
    });
    pages.push({ text, glyphs });
  }
  await task.destroy();
  return pages;
}

interface EmbeddedFont {
  readonly name: string;
  readonly data: Uint8Array;
}

function embedded({ name, data }: EmbeddedFont): { font: Font; isBold: boolean } {
  return { font: create(Buffer.from(data)) as Font, isBold: name.endsWith('Bold') };
}

function readGlyph(
  { unicode, fontChar }: ShownGlyph,
  { font, isBold }: { font: Font; isBold: boolean },
): ReadGlyph {
  const glyph = font.glyphForCodePoint(fontChar.codePointAt(0) ?? 0);
  return { unicode, isBold, outline: glyph.path.toSVG() };
}
