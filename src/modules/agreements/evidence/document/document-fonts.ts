import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type FontName = 'regular' | 'bold';

const FILES: Readonly<Record<FontName, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

const bytes = new Map<FontName, Buffer>();
const fonts = new Map<FontName, Font>();

/** The whole font, read once in a process; the part that a document needs is embedded in it. */
export function fontBytes(name: FontName): Buffer {
  const known = bytes.get(name);
  if (known) return known;
  const read = readFileSync(createRequire(import.meta.url).resolve(FILES[name]));
  bytes.set(name, read);
  return read;
}

/** Whether both weights have a sign for the character: what is missing in one would be an empty box there. */
export function isPrintable(codePoint: number): boolean {
  return (['regular', 'bold'] as const).every((name) =>
    fontOf(name).hasGlyphForCodePoint(codePoint),
  );
}

function fontOf(name: FontName): Font {
  const known = fonts.get(name);
  if (known) return known;
  const made = create(fontBytes(name));
  if (!('hasGlyphForCodePoint' in made)) throw new TypeError(`${FILES[name]} is no single font`);
  fonts.set(name, made);
  return made;
}
