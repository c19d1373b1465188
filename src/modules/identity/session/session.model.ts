import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, Node } from '../../../core/graphql/index.js';
import type { SessionChannel } from './session.rules.js';

export const SessionChannelEnum = { PORTAL: 'PORTAL', API: 'API' } as const;
registerEnumType(SessionChannelEnum, {
  name: 'SessionChannel',
  description: 'How someone stays signed in.',
  valuesMap: {
    PORTAL: { description: 'By a cookie that scripts cannot read; ends after 7 idle days.' },
    API: { description: 'By a bearer token for programs; ends after 30 idle days.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'A device on which someone is signed in.' })
export class Session extends Node {
  @Field(() => SessionChannelEnum, { description: 'How the device stays signed in.' })
  channel!: SessionChannel;

  @Field(() => String, {
    nullable: true,
    description: 'Browser and system, as far as the device tells; null when it tells nothing.',
  })
  deviceLabel!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the device signed in.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' })
  lastSeenAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it must sign in again at the latest.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether it is the device that asks.' })
  isCurrent!: boolean;
}
