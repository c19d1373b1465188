import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { recordId } from '../../../core/validation/index.js';
import { MemberRole } from '../organisation/organisation.enums.js';

@InputType({ description: 'Another role for a member.' })
export class ChangeMemberRoleInput {
  @Field(() => ID, { description: 'The membership.' })
  memberId!: string;

  @Field(() => MemberRole, { description: 'The new role.' })
  role!: MemberRole;
}

@InputType({ description: 'The end of a membership.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: 'The membership.' })
  memberId!: string;
}

@InputType({ description: 'The end of one’s own membership.' })
export class LeaveOrganisationInput {
  @Field(() => ID, { description: 'The organisation to leave.' })
  organisationId!: string;
}

export const roleSchema = z.object({ memberId: recordId(), role: z.enum(MemberRole) });
export const removeMemberSchema = z.object({ memberId: recordId() });
export const leaveSchema = z.object({ organisationId: recordId() });
