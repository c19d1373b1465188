/** A file of the portal, by its path below `web/src`. */
export interface PortalFile {
  readonly path: string;
  readonly text: string;
}

const MAX_LINES = 400;

const importsOf = ({ text }: PortalFile): string[] =>
  [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '');

const code = (files: readonly PortalFile[]): PortalFile[] =>
  files.filter(({ path }) => /\.tsx?$/.test(path) && !path.startsWith('graphql/generated/'));

/** Everything that is not a comment. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

/** Classes that stand alone before a block. */
const classesOf = (css: string): string[] =>
  [...withoutComments(css).matchAll(/([^{}@]+)\{/g)]
    .flatMap(([, selectors = '']) => selectors.split(','))
    .map((selector) => selector.trim())
    .filter((selector) => /^\.[\w-]+$/.test(selector));

/** What must hold for the portal's sources; each rule names the places where it does not. */
export const PORTAL_RULES: Readonly<Record<string, (files: readonly PortalFile[]) => string[]>> = {
  'shared knows neither features nor the application': (files) =>
    code(files)
      .filter(({ path }) => path.startsWith('shared/'))
      .filter((file) => importsOf(file).some((name) => /^@\/(features|app)\//.test(name)))
      .map(({ path }) => path),
  'features do not know the application': (files) =>
    code(files)
      .filter(({ path }) => path.startsWith('features/'))
      .filter((file) => importsOf(file).some((name) => name.startsWith('@/app/')))
      .map(({ path }) => path),
  'texts stand in messages': (files) =>
    code(files)
      .filter(({ path }) => !/messages(-\w+)?\.ts$/.test(path))
      // Examples of what stands in a table are data, the same in every language.
      .filter(({ path }) => path !== 'features/affiliations/college/roster-columns.ts')
      .filter(({ text }) => /\p{Script=Han}/u.test(withoutComments(text)))
      .map(({ path }) => path),
  'nothing is inserted as raw markup': (files) =>
    code(files)
      .filter(({ text }) => /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML/.test(text))
      .map(({ path }) => path),
  'no session is kept in storage': (files) =>
    code(files)
      .filter(({ text }) => /(local|session)Storage/.test(withoutComments(text)))
      .filter(({ path }) => path !== 'shared/forms/use-draft.ts')
      .map(({ path }) => path),
  'colours come from the theme': (files) =>
    files
      .filter(({ path }) => path.endsWith('.css') && path !== 'app/app.css')
      .filter(({ text }) => /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i.test(withoutComments(text)))
      .map(({ path }) => path),
  'a class is styled in one file': (files) => {
    // Styles of pages that were left stay in the document.
    const owners = new Map<string, string>();
    return files
      .filter(({ path, text }) => {
        if (!path.endsWith('.css')) return false;
        const names = new Set(classesOf(text));
        const isTaken = [...names].some((name) => owners.has(name));
        for (const name of names) owners.set(name, path);
        return isTaken;
      })
      .map(({ path }) => path);
  },
  'short words are toasts': (files) =>
    code(files)
      .filter(({ text }) => /\{[^{}]*\bmessage\b[^{}]*\}\s*=\s*App\.useApp\(/.test(text))
      .map(({ path }) => path),
  'files stay readable': (files) =>
    code(files)
      .filter(({ text }) => text.split('\n').length > MAX_LINES)
      .map(({ path }) => path),
};
