import { UnitOfWork } from '../../../src/core/database/index.js';
import { JobPostingSeats, JobPostingsModule } from '../../../src/modules/job-postings/index.js';
import { addDays, createJobPosting } from '../../factories/job-posting.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;

const take = (id: string) => app.get(UnitOfWork).run(() => app.get(JobPostingSeats).takeSeat(id));
const release = (id: string) =>
  app.get(UnitOfWork).run(() => app.get(JobPostingSeats).releaseSeat(id));

async function query<T>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await app.database.pool.query(text, values)).rows as T[];
}

const stored = async (id: string) =>
  (await query('select state, close_cause, filled_count from job_postings where id = $1', [id]))[0];
const events = async () =>
  (await query<{ name: string }>('select name from outbox_events order by id')).map((e) => e.name);
const history = (id: string) =>
  query(
    'select transition, from_state, to_state from job_posting_history where job_posting_id = $1',
    [id],
  );

beforeAll(async () => {
  app = await createTestApp({ modules: [JobPostingsModule] });
});
afterEach(async () => {
  app.clock.release();
  await app.database.truncateAll();
});
afterAll(() => app.close());

describe('seats of a posting', () => {
  it('gives the last 3 seats to exactly 3 of 50 who race for them', async () => {
    const { id } = await createJobPosting(app, { headcount: 10, filledCount: 7 });
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => take(id)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(results.length - refused.length).toBe(3);
    expect(new Set(refused.map(({ reason }) => (reason as { code: string }).code))).toEqual(
      new Set(['JOB_POSTING_NO_SEAT_LEFT']),
    );
    expect(await stored(id)).toEqual({ state: 'closed', close_cause: 'filled', filled_count: 10 });
    expect(await history(id)).toEqual([
      { transition: 'fill', from_state: 'published', to_state: 'closed' },
    ]);
    expect(await events()).toEqual([
      'jobPostings.jobPostingChanged',
      'jobPostings.jobPostingChanged',
      'jobPostings.jobPostingClosed',
      'jobPostings.jobPostingFilled',
    ]);
  });

  it('opens a filled posting again when a seat is released', async () => {
    const { id } = await createJobPosting(app, { headcount: 1 });
    await take(id);
    await release(id);
    expect(await stored(id)).toEqual({ state: 'published', close_cause: null, filled_count: 0 });
    expect((await events()).at(-1)).toBe('jobPostings.jobPostingReopened');
    expect(await history(id)).toEqual([
      { transition: 'fill', from_state: 'published', to_state: 'closed' },
      { transition: 'reopen', from_state: 'closed', to_state: 'published' },
    ]);
  });

  it('leaves a filled posting closed when its validity has ended meanwhile', async () => {
    const { id } = await createJobPosting(app, {
      headcount: 1,
      validThrough: addDays(app.clock.today(), 3),
    });
    await take(id);
    app.clock.advance({ days: 4 });
    await release(id);
    expect(await stored(id)).toEqual({ state: 'closed', close_cause: 'filled', filled_count: 0 });
  });

  it('leaves a filled posting closed when the employer has the same one open again', async () => {
    const filled = await createJobPosting(app, { headcount: 1, title: '装配工' });
    await take(filled.id);
    const organisation = { id: filled.organisationId ?? '', name: '同一单位' };
    await app.database.pool.query('update job_postings set fingerprint = $1', ['same']);
    const again = await createJobPosting(app, { organisation, title: '装配工' });
    await app.database.pool.query('update job_postings set fingerprint = $1 where id = $2', [
      'same',
      again.id,
    ]);
    await release(filled.id);
    expect(await stored(filled.id)).toMatchObject({ state: 'closed', filled_count: 0 });
  });

  it('still gives seats of a stopped posting, for offers that were made before', async () => {
    const { id } = await createJobPosting(app, { state: 'CLOSED', headcount: 2 });
    await take(id);
    expect(await stored(id)).toEqual({ state: 'closed', close_cause: 'stopped', filled_count: 1 });
  });

  it.each([
    ['a removed one', { state: 'CLOSED', closeCause: 'REMOVED' }, 'JOB_POSTING_NOT_OPEN'],
    ['a draft', { state: 'DRAFT' }, 'JOB_POSTING_NOT_OPEN'],
    ['an external one', { publication: 'EXTERNAL' }, 'JOB_POSTING_EXTERNAL'],
    ['a full one', { headcount: 1, filledCount: 1 }, 'JOB_POSTING_NO_SEAT_LEFT'],
  ] as const)('refuses a seat of %s and changes nothing', async (_, options, code) => {
    const { id } = await createJobPosting(app, options);
    const before = await stored(id);
    await expect(take(id)).rejects.toMatchObject({ code });
    expect(await stored(id)).toEqual(before);
    expect(await events()).toEqual([]);
  });

  it('refuses to release what was never taken', async () => {
    const { id } = await createJobPosting(app);
    await expect(release(id)).rejects.toMatchObject({ code: 'JOB_POSTING_NO_SEAT_TAKEN' });
  });

  it('joins the caller: his refusal gives the seat back', async () => {
    const { id } = await createJobPosting(app, { headcount: 1 });
    const accepting = app.get(UnitOfWork).run(async () => {
      await app.get(JobPostingSeats).takeSeat(id);
      throw new Error('the offer has lapsed');
    });
    await expect(accepting).rejects.toThrow('the offer has lapsed');
    expect(await stored(id)).toEqual({ state: 'published', close_cause: null, filled_count: 0 });
    await expect(app.get(JobPostingSeats).takeSeat(id)).rejects.toThrow(/unit of work/);
  });
});
