import { Steps } from './steps.js';

describe('telling what is being done', () => {
  const collect = (): { steps: Steps; text: () => string } => {
    let written = '';
    const steps = new Steps(2, (text) => (written += text));
    return { steps, text: () => written.replaceAll(/\d+\.\d s/g, 'N s') };
  };

  it('numbers the steps, times them and adds a remark', async () => {
    const { steps, text } = collect();
    await steps.run('PostgreSQL', () => Promise.resolve());
    await steps.run(
      'Database schema',
      () => Promise.resolve(3),
      (count) => `${String(count)} migrations`,
    );
    expect(text()).toBe('1/2 PostgreSQL … N s\n2/2 Database schema … N s (3 migrations)\n');
  });

  it('repeats the name of a step that had something to say', async () => {
    const { steps, text } = collect();
    await steps.run('Code tables', async () => {
      steps.note('regions');
      steps.note('occupations');
    });
    expect(text()).toBe('1/2 Code tables …\n    regions\n    occupations\n1/2 Code tables N s\n');
  });

  it('says that a step failed and passes the reason on', async () => {
    const { steps, text } = collect();
    const failing = steps.run('PostgreSQL', () => Promise.reject(new Error('no port')));
    await expect(failing).rejects.toThrow('no port');
    expect(text()).toBe('1/2 PostgreSQL … failed\n');
  });
});
