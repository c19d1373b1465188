import type { DehydratedState } from '@tanstack/react-query';
import type { Head } from '@/shared/head/head';
import { headMessages } from '@/shared/head/head.messages';
import type { Locale } from '@/shared/i18n/locale';
import { textIn } from '@/shared/i18n/messages';
import type { Operator } from '@/shared/operator/operator';
import type { Theme } from '@/shared/ui/theme';

/** What the build made for the browser. */
export interface Assets {
  readonly script: string;
  /** Code the script loads at once; asked for early, so that it does not come one after the other. */
  readonly preloads: readonly string[];
  /** The code of each page, by the path of its route. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
  /** The styles of the frame, small enough to come with the document. */
  readonly css: string;
}

export interface DocumentParts {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly nonce: string;
  readonly assets: Assets;
  /** The route of the page; none when there is no such page. */
  readonly path: string | undefined;
  readonly head: Head;
  readonly body: string;
  readonly operator: Operator;
  readonly state: DehydratedState | null;
}

export function documentOf({
  locale,
  theme,
  nonce,
  assets,
  path,
  head,
  body,
  operator,
  state,
}: DocumentParts): string {
  const { title, description, structuredData } = head;
  const preloads = [...assets.preloads, ...((path !== undefined && assets.pages[path]) || [])];
  return `<!doctype html>
<html lang="${locale}" data-theme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title || textIn(locale, headMessages)('portal'))}</title>
${description === undefined ? '' : `<meta name="description" content="${escaped(description)}">`}
<link rel="icon" href="/assets/brand.svg" type="image/svg+xml">
<style nonce="${nonce}">${assets.css}</style>
${preloads.map((href) => `<link rel="modulepreload" href="${href}">`).join('\n')}
<script type="module" nonce="${nonce}" src="${assets.script}"></script>
${structuredData === undefined ? '' : jsonScript('application/ld+json', nonce, structuredData)}
</head>
<body>
<div id="root">${body}</div>
${jsonScript('application/json', nonce, operator, 'operator')}
${state === null ? '' : jsonScript('application/json', nonce, state, 'state')}
</body>
</html>`;
}

/** JSON inside a document: nothing in it can end the element or begin another. */
function jsonScript(type: string, nonce: string, value: unknown, id?: string): string {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return `<script type="${type}" nonce="${nonce}"${id === undefined ? '' : ` id="${id}"`}>${json}</script>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
