import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../core/graphql/index.js';
import { NotificationChannel } from '../../generated/prisma/enums.js';
import { KIND_DESCRIPTIONS, TARGET_DESCRIPTIONS } from './notification-descriptions.js';
import {
  NOTIFICATION_RULES,
  NotificationTargetType,
  type NotificationKind,
} from './notification-kinds.js';

export { NotificationChannel };

/** Names of the kinds as an enum object. */
export const NotificationKindEnum = Object.fromEntries(
  Object.keys(NOTIFICATION_RULES).map((kind) => [kind, kind]),
) as Readonly<{ [Kind in NotificationKind]: Kind }>;

registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'What a notice tells.',
  valuesMap: KIND_DESCRIPTIONS,
});

registerEnumType(NotificationTargetType, {
  name: 'NotificationTargetType',
  description: 'What kind of record a notice leads to.',
  valuesMap: TARGET_DESCRIPTIONS,
});

registerEnumType(NotificationChannel, {
  name: 'NotificationChannel',
  description: 'Ways a notice is sent, besides being shown here.',
  valuesMap: { EMAIL: { description: 'By mail, to the verified address of the account.' } },
});

@ObjectType({ description: 'The record a notice leads to.' })
export class NotificationTarget {
  @Field(() => NotificationTargetType, { description: 'What kind of record it is.' })
  type!: NotificationTargetType;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'A notice (通知) to the viewer. Nobody else reads it.',
})
export class Notification extends Node {
  @Field(() => NotificationKindEnum, { description: 'What it tells.' })
  kind!: NotificationKind;

  @Field(() => String, { description: 'Headline in the language of the request.' })
  title!: string;

  @Field(() => String, {
    description: 'The whole text in the language of the request, from what the viewer may see now.',
  })
  body!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the viewer read it; null until then.',
  })
  readAt!: Date | null;

  @Field(() => NotificationTarget, {
    nullable: true,
    description: 'Where it leads; null when that no longer concerns the viewer.',
  })
  target!: NotificationTarget | null;
}

@ObjectType({ description: 'A page of notices.' })
export class NotificationConnection extends ConnectionOf(Notification) {}

@ObjectType({ description: 'Whether a kind of notice is sent to the viewer.' })
export class NotificationPreference {
  @Field(() => NotificationKindEnum, { description: 'The kind.' })
  kind!: NotificationKind;

  @Field(() => NotificationChannel, { description: 'The way it is sent.' })
  channel!: NotificationChannel;

  @Field(() => Boolean, { description: 'Whether it is sent.' })
  isEnabled!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the viewer may change that; what one must know of cannot be switched off.',
  })
  isChoosable!: boolean;
}
