import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';

/** The demo's bureau works one allocation out and commits another, and leaves a third as a draft. */
export async function allocateDemo(
  app: TestApp,
  officer: string,
  bureauId: string,
): Promise<Record<string, string>> {
  const mutate = async (name: string, input: string, values: object): Promise<string> => {
    const { data } = await app.gql<
      Record<string, { allocationRun: { id: string } | null; userErrors: { code: string }[] }>
    >(
      `mutation ($input: ${input}!) { ${name}(input: $input) { allocationRun { id } userErrors { code } } }`,
      { input: { idempotencyKey: randomUUID(), ...values } },
      { headers: { cookie: `__Host-session=${officer}`, 'sec-fetch-site': 'same-origin' } },
    );
    const id = data?.[name]?.allocationRun?.id;
    if (id === undefined) throw new Error(`${name}: ${JSON.stringify(data)}`);
    return id;
  };
  const setUp = (mode: string) =>
    mutate('createAllocationRun', 'CreateAllocationRunInput', { bureauId, mode, seed: '双选会' });
  const step = (name: string, allocationRunId: string) =>
    mutate(`${name}AllocationRun`, 'AllocationRunStepInput', { allocationRunId });
  const committedRunId = await setUp('STABLE');
  const previewedRunId = await setUp('BEST_TOTAL');
  await step('start', committedRunId);
  await step('start', previewedRunId);
  await app.settle();
  await step('commit', committedRunId);
  await app.settle();
  return { committedRunId, previewedRunId, draftRunId: await setUp('STABLE') };
}
