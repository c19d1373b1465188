import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '../identity/index.js';
import { NotificationReader } from './notification.reader.js';

/** Lets a page follow its reader's notices from the moment its data was read. */
@Resolver(() => Viewer)
export class ViewerNotificationsResolver {
  constructor(private readonly reader: NotificationReader) {}

  @ResolveField(() => String, {
    description:
      'Where their notices end now. `GET /events/notifications?after=` begins there, so that nothing is missed between this answer and the live connection.',
  })
  notificationCursor(@Parent() viewer: Viewer): Promise<string> {
    return this.reader.cursorOf(viewer.id);
  }
}
