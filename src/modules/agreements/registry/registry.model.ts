import { Field, Int, ObjectType } from '@nestjs/graphql';
import {
  ConnectionOf,
  DateScalar,
  DateTimeScalar,
  Node,
  Payload,
} from '../../../core/graphql/index.js';
import { Region } from '../../reference-data/index.js';
import { AgreementKind } from '../agreement/agreement-kind.model.js';
import { AgreementState } from '../agreement/agreement.enums.js';

@ObjectType({ description: 'A party as the register shows it.' })
export class AgreementRegistryParty {
  @Field(() => Int, { description: 'Its place among the parties, from 1.' })
  position!: number;

  @Field(() => String, { description: 'Its role, in the language of the request.' })
  roleName!: string;

  @Field(() => String, {
    description: 'Its name as the text has it; the name of a person is shortened for a bureau.',
  })
  name!: string;

  @Field(() => Region, {
    nullable: true,
    description: 'Province of the organisation; null for a person.',
  })
  province!: Region | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'An agreement as the register has it: what it is and between whom, not its text.',
})
export class AgreementRegistryEntry extends Node {
  @Field(() => String, { description: 'Number people call it by.' })
  agreementNumber!: string;

  @Field(() => AgreementKind, { description: 'What kind of agreement it is.' })
  kind!: AgreementKind;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the sub-kind in the language of the request.',
  })
  subKindName!: string | null;

  @Field(() => AgreementState, { description: 'Where it stands.' })
  state!: AgreementState;

  @Field(() => String, {
    description: 'Title; of an agreement with a person the name of its kind, for a bureau.',
  })
  title!: string;

  @Field(() => DateScalar, { description: 'First day of its term.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of its term.' })
  endsOn!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the last party signed; null while some have not.',
  })
  signedAt!: Date | null;

  @Field(() => [AgreementRegistryParty], {
    description: 'Its parties in their order, at most 20.',
  })
  parties!: AgreementRegistryParty[];

  @Field(() => Boolean, {
    description: 'Whether the organisation is a party and may read the text.',
  })
  isOwn!: boolean;
}

@ObjectType({ description: 'A page of the register.' })
export class AgreementRegistryConnection extends ConnectionOf(AgreementRegistryEntry) {}

@ObjectType({
  description:
    'How many agreements; one with parties in several provinces counts in each of them, and once in a total.',
})
export class AgreementRegistryCount {
  @Field(() => Region, {
    nullable: true,
    description: 'Province of a party; null where it is not told apart.',
  })
  province!: Region | null;

  @Field(() => AgreementKind, {
    nullable: true,
    description: 'Kind; null where it is not told apart.',
  })
  kind!: AgreementKind | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Year in which the last party signed; null where it is not told apart.',
  })
  year!: number | null;

  @Field(() => Int, { description: 'Signed by all, whatever became of them.' })
  signed!: number;

  @Field(() => Int, { description: 'Of these: in force today.' })
  inForce!: number;

  @Field(() => Int, { description: 'Of these: expired or terminated.' })
  ended!: number;

  @Field(() => Int, {
    description: 'Organisations among their parties, each once, without the own one.',
  })
  partners!: number;
}

@ObjectType({ description: 'How many agreements have a party in a province.' })
export class AgreementRegistryProvinceCount extends AgreementRegistryCount {
  @Field(() => [AgreementRegistryCount], {
    description: 'The same by kind and year, the latest year first, at most 100.',
  })
  parts!: AgreementRegistryCount[];
}

@ObjectType({ description: 'The register in numbers, counted from the records now.' })
export class AgreementRegistryCounts {
  @Field(() => DateTimeScalar, { description: 'When it was counted.' })
  asOf!: Date;

  @Field(() => AgreementRegistryCount, { description: 'All of them.' })
  total!: AgreementRegistryCount;

  @Field(() => [AgreementRegistryProvinceCount], { description: 'By province, at most 35.' })
  byProvince!: AgreementRegistryProvinceCount[];

  @Field(() => [AgreementRegistryCount], { description: 'By kind, at most 20.' })
  byKind!: AgreementRegistryCount[];

  @Field(() => [AgreementRegistryCount], { description: 'By year, the latest first, at most 100.' })
  byYear!: AgreementRegistryCount[];
}

@ObjectType({ description: 'A file of the register to download.' })
export class AgreementRegistryExportPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'Signed address of the file, good for some minutes; null when refused.',
  })
  downloadUrl?: string | null;
}
