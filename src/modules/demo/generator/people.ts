import { FAMILY_NAMES, GIVEN_NAMES } from './cast.data.js';
import type { DemoWorld } from './demo-world.js';

/** A name made from a list; nobody in particular. */
export function inventName({ random }: DemoWorld): string {
  const given = random.sample(GIVEN_NAMES, random.int(1, 2)).join('');
  return random.pick(FAMILY_NAMES) + given;
}

/** An account nobody signs in with: it has neither contact nor password. */
export function addAccount(world: DemoWorld, displayName: string, createdAt: Date): string {
  const at = createdAt.toISOString();
  const id = world.add('accounts', createdAt, {
    state: 'active',
    display_name: displayName,
    preferred_locale: 'zh-CN',
    is_administrator: false,
    version: 1,
    created_at: at,
    updated_at: at,
  });
  world.add('account_history', createdAt, {
    account_id: id,
    from_state: null,
    to_state: 'active',
    reason: 'demo',
    actor_id: null,
    occurred_at: at,
  });
  return id;
}
