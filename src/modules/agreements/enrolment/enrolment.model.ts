import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';
import { OrderClassEnrolmentState } from './enrolment.enums.js';

@ObjectType({
  description: 'What the viewer may do about a student on the list of an order class.',
})
export class OrderClassEnrolmentViewerCan {
  @Field(() => Boolean, { description: 'Confirm or refuse, for the enterprise.' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Take off the list, for the college.' })
  remove!: boolean;

  @Field(() => Boolean, { description: 'Leave, as the student.' })
  leave!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A student on the list of an order class. Seen by the two parties and by the student, nobody else.',
})
export class OrderClassEnrolment extends Node {
  agreementId!: string;
  collegeId!: string;
  enterpriseId!: string;
  accountId!: string;
  isInForce!: boolean;

  @Field(() => OrderClassEnrolmentState, { description: 'Where the student stands.' })
  state!: OrderClassEnrolmentState;

  @Field(() => String, { description: 'Name of the student, as the college has it.' })
  studentName!: string;

  @Field(() => String, { description: 'Major.' })
  majorName!: string;

  @Field(() => String, { nullable: true, description: 'Class; null when not given.' })
  className!: string | null;

  @Field(() => Int, { description: 'Year of graduation.' })
  graduationYear!: number;

  @Field(() => String, { description: 'Title of the agreement.' })
  agreementTitle!: string;

  @Field(() => String, { description: 'Name of the college.' })
  collegeName!: string;

  @Field(() => String, { description: 'Name of the enterprise.' })
  enterpriseName!: string;

  @Field(() => DateTimeScalar, { description: 'When the college listed the student.' })
  listedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the enterprise decided.' })
  decidedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was left or ended.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused or left.' })
  reason!: string | null;
}

@ObjectType({ description: 'A page of students on lists of order classes.' })
export class OrderClassEnrolmentConnection extends ConnectionOf(OrderClassEnrolment) {}

@ObjectType({ description: 'A student the college may put on the list.' })
export class OrderClassCandidate {
  @Field(() => ID, { description: 'The place at the college.' })
  affiliationId!: string;

  @Field(() => String, { description: 'Name of the student.' })
  studentName!: string;

  @Field(() => String, { description: 'Major.' })
  majorName!: string;

  @Field(() => String, { nullable: true, description: 'Class; null when not given.' })
  className!: string | null;

  @Field(() => Int, { description: 'Year of graduation.' })
  graduationYear!: number;
}

@ObjectType({ description: 'An order class: seats, who has them, and what the viewer may do.' })
export class OrderClass {
  @Field(() => Int, { nullable: true, description: 'Seats promised; null without a limit.' })
  seatCount!: number | null;

  @Field(() => Int, { description: 'Students listed, whom the enterprise has not decided on.' })
  listedCount!: number;

  @Field(() => Int, { description: 'Students confirmed.' })
  confirmedCount!: number;

  @Field(() => Boolean, { description: 'Whether the viewer may put students on the list.' })
  viewerCanEnrol!: boolean;
}

@ObjectType({
  description:
    'What became of each of many students. `userErrors` names those that were refused by their place in the input; the others were carried out.',
})
export class OrderClassPayload extends Payload {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Enrolments that were made or changed; null when the input as a whole was refused.',
  })
  enrolmentIds?: string[] | null;
}
