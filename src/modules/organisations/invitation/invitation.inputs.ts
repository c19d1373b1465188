import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { inputErrors } from '../../../core/errors/index.js';
import { recordId, refuse } from '../../../core/validation/index.js';
import { contact } from '../../identity/index.js';
import { MemberRole } from '../organisation/organisation.enums.js';

@InputType({ description: 'An invitation to become a member.' })
export class InviteMemberInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Mobile number or mail address of the person.' })
  contact!: string;

  @Field(() => MemberRole, { description: 'Role the person is to have.' })
  role!: MemberRole;
}

@InputType({
  description:
    'An invitation to become the administrator of an organisation that has lost its own.',
})
export class InviteSuccessorInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'Mobile number or mail address of the person.' })
  contact!: string;
}

@InputType({
  description:
    'An answer to an invitation: by the token of its link, or by its id when it was sent to a contact of one’s own.',
})
export class AnswerInvitationInput {
  @Field(() => String, { nullable: true, description: 'Token of the link that was sent.' })
  token?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The invitation, as listed by `me.invitations`.',
  })
  invitationId?: string | null;
}

@InputType({ description: 'An invitation to accept.' })
export class AcceptInvitationInput extends AnswerInvitationInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'An invitation to take back.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;
}

export const invitationSchema = z.object({
  organisationId: recordId(),
  contact: contact(),
  role: z.enum(MemberRole),
});

export type Invitation = z.output<typeof invitationSchema>;

export const successorSchema = invitationSchema.omit({ role: true });

/** Exactly one of the two ways. */
export const answerSchema = z
  .object({ token: z.string().max(200).nullish(), invitationId: recordId().nullish() })
  .check((context) => {
    const { token, invitationId } = context.value;
    if (!token && !invitationId) refuse(context, inputErrors.REQUIRED, { path: ['token'] });
    else if (token && invitationId) refuse(context, inputErrors.MALFORMED, { path: ['token'] });
  });

export const revocationSchema = z.object({ invitationId: recordId() });
