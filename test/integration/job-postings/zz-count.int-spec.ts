import { JobPostingsModule } from '../../../src/modules/job-postings/index.js';
import { scenarios } from '../../scenarios/job-postings.scenarios.js';
import { createTestApp } from '../../support/app.js';
it('counts', async () => {
  const app = await createTestApp({ modules: [JobPostingsModule] });
  const out: Record<string, unknown> = {};
  for (const s of scenarios) {
    const r: unknown[] = [];
    for (const rows of [1, 20]) {
      await app.database.truncateAll();
      const { as = null, variables = {} } = await s.prepare(app, rows);
      const a = await app.gql(s.query, variables, { as });
      if (a.errors) r.push(a.errors);
      const list = (a.data[s.field] ?? {}) as { nodes?: unknown[] };
      r.push(list.nodes?.length, (await app.statements(() => app.gql(s.query, variables, { as }))).length);
    }
    out[s.field] = r;
  }
  console.log(JSON.stringify(out));
  await app.close();
}, 120000);
