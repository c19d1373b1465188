import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar, Payload } from '../../../core/graphql/index.js';
import { proof, ProofInput } from '../proof/proof.inputs.js';

@ObjectType({ description: "Permission to download one's own data once." })
export class DataExport {
  @Field(() => ID, { description: 'Id of the permission.' })
  id!: string;

  @Field(() => String, {
    description: 'Path below the address of the platform; fetch it signed in as the same person.',
  })
  path!: string;

  @Field(() => DateTimeScalar, { description: 'Until when the path works.' })
  expiresAt!: Date;
}

@InputType({ description: 'Asks for all of one’s own data.' })
export class ExportMyDataInput {
  @Field(() => ID, { description: 'Key of this request: sending it again gives the same answer.' })
  idempotencyKey!: string;

  @Field(() => ProofInput, { description: 'Shows that the owner of the account asks.' })
  proof!: ProofInput;
}

@ObjectType({ description: 'Answer of `exportMyData`.' })
export class ExportMyDataPayload extends Payload {
  @Field(() => DataExport, {
    nullable: true,
    description: 'Where to fetch the data; null when refused.',
  })
  dataExport?: DataExport | null;
}

export const exportMyData = z.object({ idempotencyKey: z.string().min(1), proof });
