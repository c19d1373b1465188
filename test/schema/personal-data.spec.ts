import { z } from 'zod';
import { declaredEvents } from '../../src/core/events/index.js';
import { declaredTasks } from '../../src/core/tasks/index.js';
import { readSources, readText } from '../architecture/source-tree.js';
import {
  parseModels,
  personalKeys,
  personalNames,
  personalProperties,
  readModels,
  unmarked,
} from './personal-data.js';

describe('personal data', () => {
  const models = readModels();
  const personal = personalNames(models);

  beforeAll(async () => {
    // Importing the application declares every task and event of every module.
    await import('../../src/app.module.js');
  });

  it('is marked on every column that looks like it', () => {
    expect(models.length).toBeGreaterThan(20);
    expect(unmarked(models)).toEqual([]);
  });

  it('is in no task', () => {
    expect(declaredTasks().length).toBeGreaterThan(0);
    expect(personalKeys(declaredTasks(), personal)).toEqual([]);
  });

  it('is in no event', () => {
    expect(personalKeys(declaredEvents(), personal)).toEqual([]);
  });

  it('is in no search document, nor in what one is made of', () => {
    const documents = readSources('src/modules')
      .filter(({ path }) => /[.-]documents?\.ts$/.test(path))
      .filter(
        ({ path, imports }) =>
          path.startsWith('src/modules/search/') ||
          path === 'src/modules/profiles/candidate/candidate-documents.ts' ||
          imports.some(({ target }) => target === 'src/core/search-engine/index.ts'),
      );
    expect(documents.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'src/modules/search/indexing/job-posting.document.ts',
        'src/modules/search/candidates/candidate.document.ts',
        'src/modules/profiles/candidate/candidate-documents.ts',
      ]),
    );
    expect(
      documents.flatMap(({ path }) => personalProperties(path, readText(path) ?? '', personal)),
    ).toEqual([]);
  });
});

describe('the rules find what breaks them', () => {
  const MODELS = parseModels(
    'identity',
    `
enum SampleKind {
  A
}

model Account {
  id          String     @id
  /// @pii
  displayName String     @map("display_name")
  remark      String     /// @pii
  name        String
  phone       String // not a comment of the schema
  emailVerifiedAt DateTime?
  kind        SampleKind
  profile     Profile?   @relation("x")
}

model Region {
  name  String
  email String /// not personal: the public address of an office
  /// @pii Sealed.
  contactPhone String
  displayName String
}
`,
  );

  it('columns without their mark', () => {
    expect(unmarked(MODELS)).toEqual(['Account.name', 'Account.phone']);
    expect([...personalNames(MODELS).keys()]).toEqual(['displayName', 'remark', 'contactPhone']);
  });

  it('payloads with a personal value, however deep', () => {
    const schema = z.object({
      accountId: z.uuid(),
      people: z.array(z.object({ displayName: z.string().optional() })),
      emailVerifiedAt: z.string(),
      phone: z.string(),
    });
    expect(personalKeys([{ name: 'identity.sample', schema }], personalNames(MODELS))).toEqual([
      'identity.sample carries displayName',
      'identity.sample carries phone',
    ]);
  });

  it('plain names of marked columns, in payloads of their module only', () => {
    const schema = z.object({ remark: z.string() });
    const names = ['identity.sample', 'statistics.sample'];
    expect(
      personalKeys(
        names.map((name) => ({ name, schema })),
        personalNames(MODELS),
      ),
    ).toEqual(['identity.sample carries remark']);
  });

  it('search documents with a personal value', () => {
    const text = `export interface PostingDocument {\n  readonly id: string;\n  contactPhone?: string;\n}\nreturn {\n  id,\n  email,\n}`;
    expect(personalProperties('x.document.ts', text, personalNames(MODELS))).toEqual([
      'x.document.ts indexes contactPhone',
      'x.document.ts indexes email',
    ]);
  });
});
