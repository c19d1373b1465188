import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { inputErrors } from '../../core/errors/index.js';
import { PageArgs } from '../../core/graphql/index.js';
import { recordId, refuse } from '../../core/validation/index.js';
import { NOTIFICATION_KINDS, type NotificationKind } from './notification-kinds.js';
import { NotificationChannel, NotificationKindEnum } from './notification.model.js';

const MOST_IDS = 100;

@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Only those not read yet.',
  })
  unreadOnly: boolean = false;
}

@InputType({ description: 'Which notices were read: some by id, or all there are.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of notices, at most 100; left out when all are meant.',
  })
  ids?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: every notice of the viewer.',
  })
  all: boolean = false;
}

@InputType({ description: 'Whether a kind of notice is sent.' })
export class SetNotificationPreferenceInput {
  @Field(() => NotificationKindEnum, { description: 'The kind.' })
  kind!: NotificationKind;

  @Field(() => NotificationChannel, { description: 'The way it is sent.' })
  channel!: NotificationChannel;

  @Field(() => Boolean, { description: 'Whether it is sent.' })
  isEnabled!: boolean;
}

export const markReadSchema = z
  .object({ ids: z.array(recordId()).max(MOST_IDS).nullish(), all: z.boolean().default(false) })
  .check((context) => {
    const { ids, all } = context.value;
    if (all && ids) refuse(context, inputErrors.MALFORMED, { path: ['ids'] });
    else if (!all && !ids) refuse(context, inputErrors.REQUIRED, { path: ['ids'] });
  });

export const preferenceSchema = z.object({
  kind: z.enum(NOTIFICATION_KINDS),
  channel: z.enum(NotificationChannel),
  isEnabled: z.boolean(),
});
