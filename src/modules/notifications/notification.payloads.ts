import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../core/graphql/index.js';
import { NotificationPreference } from './notification.model.js';

@ObjectType({ description: 'What marking notices as read has changed.' })
export class MarkNotificationsReadPayload extends Payload {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Ids given that were unread until now; empty when all were marked; null when refused.',
  })
  readIds?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many are unread now; null when refused.',
  })
  unreadCount?: number | null;
}

@ObjectType({ description: 'A preference after a change.' })
export class SetNotificationPreferencePayload extends Payload {
  @Field(() => NotificationPreference, {
    nullable: true,
    description: 'The preference; null when refused.',
  })
  preference?: NotificationPreference | null;
}
