import { RULES, TIERS } from './import-rules.js';
import { parseSource, readSources, readText, type Source } from './source-tree.js';

const readmeOf = (module: string): string | null => readText(`src/modules/${module}/README.md`);

describe('the source tree', () => {
  const sources = readSources('src', 'test', 'bench');

  it('is there', () => {
    expect(sources.some(({ path }) => path === 'src/app.module.ts')).toBe(true);
  });

  it.each(Object.keys(RULES))('%s', (rule) => {
    expect(RULES[rule]?.(sources, readmeOf)).toEqual([]);
  });
});

/** A deliberately bad sample for each rule, with what the rule must say about it. */
const BAD: Readonly<Record<string, { files: Record<string, string>; says: string[] }>> = {
  'core imports no module': {
    files: { 'src/core/auth/x.ts': `import { A } from '../../modules/identity/index.js';` },
    says: ['src/core/auth/x.ts imports ../../modules/identity/index.js'],
  },
  'a module is entered through its index': {
    files: {
      'src/modules/search/x.reader.ts': `import { R } from '../identity/account/account.reader.js';
        import { M } from '../identity/index.js';`,
    },
    says: ['src/modules/search/x.reader.ts imports ../identity/account/account.reader.js'],
  },
  'modules enter the core through its folders': {
    files: {
      'src/modules/search/x.ts': `import { Clock } from '../../core/clock/clock.js'; import { Ids } from '../../core/clock/index.js';`,
    },
    says: ['src/modules/search/x.ts imports ../../core/clock/clock.js'],
  },
  'every module has a tier': {
    files: { 'src/modules/surprises/index.ts': '' },
    says: ['src/modules/surprises'],
  },
  'imports point down the tiers': {
    files: {
      'src/modules/identity/x.ts': `import type { O } from '../organisations/index.js';`,
      'src/modules/statistics/x.ts': `import type { S } from '../search/index.js';`,
      'src/modules/search/x.ts': `import type { I } from '../identity/index.js';`,
    },
    says: [
      'src/modules/identity/x.ts imports ../organisations/index.js',
      'src/modules/statistics/x.ts imports ../search/index.js',
    ],
  },
  'an import within a tier is written in both READMEs': {
    files: { 'src/modules/skills/x.ts': `import { S } from '../stations/index.js';` },
    says: ['src/modules/skills/x.ts imports ../stations/index.js'],
  },
  'modules form no cycle': {
    files: {
      'src/modules/skills/x.ts': `import type { S } from '../stations/index.js';`,
      'src/modules/stations/y.ts': `import type { K } from '../skills/index.js';`,
    },
    says: ['skills → stations → skills'],
  },
  'files form no cycle': {
    files: {
      'src/core/a.ts': `import { b } from './b.js'; import type { c } from './c.js';`,
      'src/core/b.ts': `export { d } from './d.js';`,
      'src/core/d.ts': `import './a.js';`,
      'src/core/c.ts': `import { a } from './a.js';`,
    },
    says: ['src/core/a.ts → src/core/b.ts → src/core/d.ts → src/core/a.ts'],
  },
  'a file has at most 400 lines': {
    files: { 'src/long.ts': '\n'.repeat(401), 'src/short.ts': '\n'.repeat(400) },
    says: ['src/long.ts has 401'],
  },
  'a constructor takes at most 8 dependencies': {
    files: {
      'src/x.ts': `class Wide { constructor(a, b, c, d, e, f, g, h, i) {} }
        class Fine { constructor(a, b, c, d, e, f, g, h) {} }`,
    },
    says: ['src/x.ts: Wide takes 9'],
  },
  'only core/tasks knows the queue library': {
    files: {
      'src/modules/search/x.ts': `import { Queue } from 'bullmq';`,
      'src/core/tasks/x.ts': `import { Queue } from 'bullmq';`,
    },
    says: ['src/modules/search/x.ts imports bullmq'],
  },
  'only the configuration and the launcher read the environment': {
    files: {
      'src/core/mail/x.ts': `const url = process.env.SMTP_URL;`,
      'src/core/config/x.ts': `const raw = process.env;`,
    },
    says: ['src/core/mail/x.ts'],
  },
  'only repositories, readers, their loaders and seeders reach the database': {
    files: {
      'src/modules/search/x.service.ts': `class S { f() { return this.uow.db.account.findMany(); } }`,
      'src/modules/search/y.listener.ts': `class S { f() { return this.unitOfWork.sql.selectFrom('a'); } }`,
      'src/modules/search/x.repository.ts': `class S { f() { return this.uow.db.account.findMany(); } }`,
    },
    says: ['src/modules/search/x.service.ts', 'src/modules/search/y.listener.ts'],
  },
  'resolvers, processors and listeners leave the database to others': {
    files: { 'src/modules/search/x.resolver.ts': `import { R } from './x.repository.js';` },
    says: ['src/modules/search/x.resolver.ts imports ./x.repository.js'],
  },
  'a module keeps its repositories to itself': {
    files: { 'src/modules/search/index.ts': `export { R } from './x.repository.js';` },
    says: ['src/modules/search/index.ts imports ./x.repository.js'],
  },
  'machines, rules, events and errors are pure': {
    files: {
      'src/modules/search/x.rules.ts': `import { Injectable } from '@nestjs/common'; import { State } from '../../generated/prisma/enums.js';`,
      'src/modules/search/x.machine.ts': `import { Prisma } from '../../generated/prisma/client.js';`,
    },
    says: [
      'src/modules/search/x.rules.ts imports @nestjs/common',
      'src/modules/search/x.machine.ts imports ../../generated/prisma/client.js',
    ],
  },
  'nothing is referenced before it exists': {
    files: {
      'src/x.ts': `import { forwardRef } from '@nestjs/common'; const x = forwardRef(() => Y);`,
    },
    says: ['src/x.ts uses forwardRef'],
  },
};

describe('the rules find what breaks them', () => {
  const parse = (files: Record<string, string>): Source[] =>
    Object.entries(files).map(([path, text]) => parseSource(path, text));

  it('has a bad sample for each', () => {
    expect(Object.keys(BAD)).toEqual(Object.keys(RULES));
  });

  it.each(Object.entries(BAD))('%s', (rule, { files, says }) => {
    expect(RULES[rule]?.(parse(files), () => 'a README that names nobody')).toEqual(says);
  });

  it('takes an import within a tier that both READMEs name', () => {
    const files = { 'src/modules/skills/x.ts': `import { S } from '../stations/index.js';` };
    const rule = RULES['an import within a tier is written in both READMEs'];
    expect(
      rule?.(parse(files), (name) => (name === 'skills' ? 'reads stations' : 'read by skills')),
    ).toEqual([]);
    expect(TIERS['skills']).toBe(TIERS['stations']);
  });
});
