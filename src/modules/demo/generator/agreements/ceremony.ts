import type { DemoWorld } from '../demo-world.js';

/** The agreements that await their signatures are to be signed on a stage in three days. */
export function addCeremony(world: DemoWorld): void {
  const { calendar } = world;
  const [, bureau] = world.bureaux;
  if (!bureau) throw new Error('There is no bureau');
  const plannedAt = calendar.at(-1);
  const ceremonyId = world.add('agreement_ceremonies', plannedAt, {
    organisation_id: bureau.id,
    name: '校企合作集中签约仪式（演示）',
    place: '吴中区人力资源市场一楼报告厅',
    starts_at: calendar.hour(3, 14).toISOString(),
    state: 'planned',
    version: 1,
    created_at: plannedAt.toISOString(),
    updated_at: plannedAt.toISOString(),
  });
  world.awaiting.forEach((agreementId, index) => {
    world.rows.add('agreement_ceremony_pairs', {
      ceremony_id: ceremonyId,
      position: index + 1,
      agreement_id: agreementId,
    });
  });
  world.add('agreement_ceremony_history', plannedAt, {
    ceremony_id: ceremonyId,
    from_state: null,
    to_state: 'planned',
    actor_id: bureau.administratorId,
    occurred_at: plannedAt.toISOString(),
  });
}
