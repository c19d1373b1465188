import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../core/auth/index.js';
import { requestContext } from '../../core/context/index.js';
import type { Connection } from '../../core/graphql/index.js';
import { actingAccount } from '../organisations/index.js';
import { NotificationInbox } from './notification-inbox.service.js';
import { NotificationPreferences } from './notification-preferences.service.js';
import { NotificationWriter } from './notification-writer.service.js';
import {
  MarkNotificationsReadInput,
  NotificationsArgs,
  SetNotificationPreferenceInput,
} from './notification.inputs.js';
import {
  Notification,
  NotificationConnection,
  NotificationPreference,
} from './notification.model.js';
import {
  MarkNotificationsReadPayload,
  SetNotificationPreferencePayload,
} from './notification.payloads.js';
import { NotificationReader } from './notification.reader.js';

@Resolver(() => Notification)
export class NotificationResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly inbox: NotificationInbox,
    private readonly reader: NotificationReader,
    private readonly writer: NotificationWriter,
    private readonly preferences: NotificationPreferences,
  ) {}

  @Authenticated()
  @Query(() => NotificationConnection, {
    description: 'The viewer’s own notices, newest first. Requires: being signed in.',
  })
  async notifications(
    @CurrentActor() actor: Actor,
    @Args() args: NotificationsArgs,
  ): Promise<Connection<Notification>> {
    const page = await this.reader.list(actingAccount(actor), args);
    const nodes = await this.writer.write(actor, requestContext().locale, page.nodes);
    const edges = nodes.map((node, i) => ({ cursor: page.edges[i]?.cursor ?? '', node }));
    return { ...page, nodes, edges };
  }

  @Authenticated()
  @Query(() => Int, {
    description: 'How many notices the viewer has not read. Requires: being signed in.',
  })
  unreadNotificationCount(@CurrentActor() actor: Actor): Promise<number> {
    return this.reader.unreadCount(actingAccount(actor));
  }

  @Authenticated()
  @Query(() => [NotificationPreference], {
    description:
      'What is sent to the viewer, one entry for each kind, at most 100. Requires: being signed in.',
  })
  notificationPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreference[]> {
    return this.preferences.listFor(actingAccount(actor));
  }

  @Authenticated()
  @Mutation(() => MarkNotificationsReadPayload, {
    description:
      'Marks notices of the viewer as read; ids of others are passed over. Requires: being signed in.',
  })
  async markNotificationsRead(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which notices.' }) input: MarkNotificationsReadInput,
  ): Promise<MarkNotificationsReadPayload> {
    const { accountId, readIds } = await this.actions.run(actor, 'markNotificationsRead', {}, () =>
      this.inbox.markRead(actor, input),
    );
    return { readIds, unreadCount: await this.reader.unreadCount(accountId) };
  }

  @Authenticated()
  @Mutation(() => SetNotificationPreferencePayload, {
    description: 'Says whether a kind of notice is sent to the viewer. Requires: being signed in.',
  })
  async setNotificationPreference(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Kind, way and wish.' }) input: SetNotificationPreferenceInput,
  ): Promise<SetNotificationPreferencePayload> {
    const accountId = await this.actions.run(actor, 'setNotificationPreference', {}, () =>
      this.inbox.setPreference(actor, input),
    );
    return { preference: await this.preferences.of(accountId, input.kind) };
  }
}
