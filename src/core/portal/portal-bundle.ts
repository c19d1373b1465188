import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Locale } from '../context/index.js';

/** Where `web/build.mjs` puts what it made. */
const BUILD = new URL('../../../web/dist/', import.meta.url);
export const CLIENT_FOLDER = fileURLToPath(new URL('client/', BUILD));
/** Names carry a hash of the content, so a file never changes. */
export const ASSETS_FOLDER = fileURLToPath(new URL('client/assets/', BUILD));

export type PortalTheme = 'light' | 'dark';

export interface PortalRequest {
  readonly url: string;
  readonly locale: Locale;
  readonly theme: PortalTheme;
  readonly nonce: string;
  /** Asks the API as the reader of the page. */
  readonly transport: (body: object) => Promise<unknown>;
  readonly assets: unknown;
  /** Who runs the platform, as every page says. */
  readonly operator: { readonly name: string; readonly contact: string };
}

export interface PortalAnswer {
  readonly status: number;
  readonly html: string;
}

/** The built portal: what the browser loads, and the function that renders a page for an address. */
export interface PortalBundle {
  answer(request: PortalRequest): Promise<PortalAnswer>;
  readonly assets: unknown;
}

const ASSETS = new URL('assets.json', BUILD);

/** When the portal was last built; null where it never was: the API works without. */
export async function builtAt(): Promise<number | null> {
  return stat(ASSETS).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}

/** The portal as it was built at that moment. */
export async function loadPortal(built: number): Promise<PortalBundle> {
  const assets = await readFile(ASSETS, 'utf8');
  const entry = pathToFileURL(fileURLToPath(new URL('server/entry-server.js', BUILD))).href;
  const { answer } = (await import(`${entry}?${String(built)}`)) as Pick<PortalBundle, 'answer'>;
  return { answer, assets: JSON.parse(assets) as unknown };
}
