import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PORTAL_RULES } from './portal-rules.js';

const WEB = resolve(import.meta.dirname, '../../web/src');

describe('the sources of the portal', () => {
  const files = globSync('**/*.{ts,tsx,css}', { cwd: WEB }).map((path) => ({
    path,
    text: readFileSync(join(WEB, path), 'utf8'),
  }));

  it('are there', () => {
    expect(files.some(({ path }) => path === 'app/app.tsx')).toBe(true);
  });

  it.each(Object.keys(PORTAL_RULES))('%s', (rule) => {
    expect(PORTAL_RULES[rule]?.(files)).toEqual([]);
  });
});

const BAD: Readonly<Record<string, { path: string; text: string }>> = {
  'shared knows neither features nor the application': {
    path: 'shared/ui/x.tsx',
    text: `import { a } from '@/features/search/a';`,
  },
  'features do not know the application': {
    path: 'features/search/x.tsx',
    text: `const page = () => import('@/app/app');`,
  },
  'texts stand in messages': { path: 'features/search/x.tsx', text: `<p>岗位</p>` },
  'nothing is inserted as raw markup': {
    path: 'features/search/x.tsx',
    text: `<p dangerouslySetInnerHTML={{ __html: text }} />`,
  },
  'no session is kept in storage': {
    path: 'features/identity/x.ts',
    text: `localStorage.setItem('token', token);`,
  },
  'colours come from the theme': {
    path: 'features/search/search.css',
    text: `.a { color: #fff; }`,
  },
  'a class is styled in one file': {
    path: 'features/search/search.css',
    text: `.gq-shared { color: inherit; }`,
  },
  'short words are toasts': {
    path: 'features/search/x.tsx',
    text: `const { message, modal } = App.useApp();`,
  },
  'files stay readable': { path: 'features/search/x.ts', text: 'x;\n'.repeat(401) },
};

describe.each(Object.keys(PORTAL_RULES))('the rule "%s"', (rule) => {
  it('finds a breach, and none in an innocent file', () => {
    const bad = BAD[rule];
    if (!bad) throw new Error('There is no sample for this rule');
    const innocent = {
      path: 'features/search/search-page.tsx',
      text: '// 岗位\nexport const a = 1;',
    };
    const styles = { path: 'app/app.css', text: '.gq-shared { color: inherit; }' };
    expect(PORTAL_RULES[rule]?.([styles, bad, innocent])).toEqual([bad.path]);
  });
});
