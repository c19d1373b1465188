import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../core/database/index.js';
import { TaskQueue } from '../../core/tasks/index.js';
import { matchEverybody } from '../matching/index.js';
import { rebuildCandidates, rebuildIndex } from '../search/index.js';
import { DemoRepository, type Reference } from './demo.repository.js';

/** How many records of each table. */
export type RecordCounts = Readonly<Record<string, number>>;

export interface RemovalOutcome {
  readonly removed: RecordCounts;
  /** Records that people made and that hold on to demo records; while there are any, nothing is removed. */
  readonly holding: RecordCounts;
}

type Records = Map<string, Set<string>>;

/** Takes the demo data out again: what is registered, what belongs to it, and nothing else. */
@Injectable()
export class DemoRemoval {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly demo: DemoRepository,
    private readonly tasks: TaskQueue,
  ) {}

  async remove(options: { readonly withDependents: boolean }): Promise<RemovalOutcome> {
    const outcome = await this.uow.run(async () => {
      const references = await this.demo.references();
      const doomed: Records = new Map();
      for (const [table, ids] of await this.demo.registered()) doomed.set(table, new Set(ids));
      const removed = countsOf(doomed);
      const holding = await this.follow(doomed, references);
      if (holding.size > 0 && !options.withDependents)
        return { removed: {}, holding: countsOf(holding) };
      for (const table of removalOrder([...doomed.keys()], references))
        await this.demo.remove(table, [...(doomed.get(table) ?? [])]);
      await this.demo.forget();
      return {
        removed: { ...removed, ...(options.withDependents ? countsOf(doomed) : {}) },
        holding: {},
      };
    });
    if (Object.keys(outcome.removed).length > 0) {
      await this.tasks.enqueue(rebuildIndex, {}, { deduplicationId: 'demo-data' });
      await this.tasks.enqueue(rebuildCandidates, {}, { deduplicationId: 'demo-data' });
      await this.tasks.enqueue(matchEverybody, { again: true }, { deduplicationId: 'demo-data' });
    }
    return outcome;
  }

  /** Adds to `doomed` whatever refers to it, step by step; answers those that would keep it from going. */
  private async follow(doomed: Records, references: readonly Reference[]): Promise<Records> {
    const holding: Records = new Map();
    let fresh: Records = new Map(doomed);
    while (fresh.size > 0) {
      const next: Records = new Map();
      for (const reference of references) {
        const parents = fresh.get(reference.parent);
        if (!parents) continue;
        for (const id of await this.demo.referring(reference, [...parents])) {
          if (doomed.get(reference.child)?.has(id)) continue;
          put(next, reference.child, id);
          if (!reference.cascades) put(holding, reference.child, id);
        }
      }
      for (const [table, ids] of next) for (const id of ids) put(doomed, table, id);
      fresh = next;
    }
    return holding;
  }
}

function put(records: Records, table: string, id: string): void {
  const ids = records.get(table);
  if (ids) ids.add(id);
  else records.set(table, new Set([id]));
}

function countsOf(records: Records): RecordCounts {
  return Object.fromEntries([...records].map(([table, ids]) => [table, ids.size]));
}

/** Tables in an order in which whatever refers to a record goes before it. */
function removalOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const left = new Set(tables);
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (table) =>
        !references.some(
          ({ child, parent }) => parent === table && child !== table && left.has(child),
        ),
    );
    if (free.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${[...left].join()}`);
    for (const table of free) {
      order.push(table);
      left.delete(table);
    }
  }
  return order;
}
