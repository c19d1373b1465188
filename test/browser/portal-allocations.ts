import { randomUUID } from 'node:crypto';

export interface AllocatingDemo {
  /** Asks the API as the demo's bureau officer. */
  ask(query: string, variables: object): Promise<Readonly<Record<string, unknown>>>;
  /** Does what the worker does for allocations that were started. */
  work(allocationRunId: string): Promise<void>;
  readonly bureauId: string;
}

/** The demo's bureau has one allocation as a draft, one worked out and one committed: their ids by the names in addresses. */
export async function allocateDemo(demo: AllocatingDemo): Promise<Record<string, string>> {
  const mutate = async (name: string, input: string, values: object): Promise<string> => {
    const data = (await demo.ask(
      `mutation ($input: ${input}!) { ${name}(input: $input) { allocationRun { id } userErrors { code } } }`,
      { input: { idempotencyKey: randomUUID(), ...values } },
    )) as Readonly<Record<string, { readonly allocationRun: { readonly id: string } | null }>>;
    const id = data[name]?.allocationRun?.id;
    if (id === undefined) throw new Error(`${name}: ${JSON.stringify(data)}`);
    return id;
  };
  const { bureauId } = demo;
  const setUp = (mode: string) =>
    mutate('createAllocationRun', 'CreateAllocationRunInput', { bureauId, mode, seed: '双选会' });
  const step = (name: string, allocationRunId: string) =>
    mutate(`${name}AllocationRun`, 'AllocationRunStepInput', { allocationRunId });
  const committedRunId = await setUp('STABLE');
  const previewedRunId = await setUp('BEST_TOTAL');
  for (const id of [committedRunId, previewedRunId]) {
    await step('start', id);
    await demo.work(id);
  }
  await step('commit', committedRunId);
  return { committedRunId, previewedRunId, draftRunId: await setUp('STABLE') };
}
