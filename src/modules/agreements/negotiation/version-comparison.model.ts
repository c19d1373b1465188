import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar } from '../../../core/graphql/index.js';
import { ObligationProof } from '../obligations/obligation.enums.js';
import { COMPARED_FACTS, type ComparedFact as ComparedFactName } from './version-comparison.js';

const ChangeKind = {
  UNCHANGED: 'UNCHANGED',
  CHANGED: 'CHANGED',
  ADDED: 'ADDED',
  REMOVED: 'REMOVED',
} as const;
type ChangeKind = keyof typeof ChangeKind;
const SegmentKind = { KEPT: 'KEPT', REMOVED: 'REMOVED', INSERTED: 'INSERTED' } as const;
type SegmentKind = keyof typeof SegmentKind;
const ComparedFact = Object.fromEntries(COMPARED_FACTS.map((fact) => [fact, fact])) as {
  readonly [Fact in ComparedFactName]: Fact;
};

registerEnumType(ChangeKind, {
  name: 'AgreementChangeKind',
  description: 'What became of a part of a text.',
  valuesMap: {
    UNCHANGED: { description: 'The same in both versions.' },
    CHANGED: { description: 'In both versions, with other words.' },
    ADDED: { description: 'In the later version only.' },
    REMOVED: { description: 'In the earlier version only.' },
  },
});
registerEnumType(SegmentKind, {
  name: 'AgreementSegmentKind',
  description: 'What became of a piece of a text.',
  valuesMap: {
    KEPT: { description: 'In both versions.' },
    REMOVED: { description: 'In the earlier version only.' },
    INSERTED: { description: 'In the later version only.' },
  },
});
registerEnumType(ComparedFact, {
  name: 'AgreementComparedFact',
  description: 'What a version says besides its clauses.',
  valuesMap: {
    TITLE: { description: 'Title.' },
    SUB_KIND: { description: 'Code of the sub-kind.' },
    STARTS_ON: { description: 'First day of the term.' },
    ENDS_ON: { description: 'Last day of the term.' },
    PROMISED_STUDENTS: { description: 'Students a year the enterprise promises to take.' },
    POST_TITLE: { description: 'Post of the internship.' },
    MONTHLY_PAY: { description: 'Pay of the student a month, in yuan.' },
    POST_MONTHLY_PAY: { description: 'Wage of the same post a month, in yuan.' },
    HOURS_PER_DAY: { description: 'Hours a day of the internship.' },
    HOURS_PER_WEEK: { description: 'Hours a week of the internship.' },
    NIGHT_WORK: { description: 'Whether the student works at night: YES or NO.' },
    HOST_EMPLOYEES: { description: 'Employees of the host.' },
    POST_EMPLOYEES: { description: 'Employees in such posts.' },
    COLLEGE_TUTOR: { description: 'Who guides the student at the college.' },
    HOST_TUTOR: { description: 'Who guides the student at the host.' },
  },
});

@ObjectType({
  description:
    'A piece of a compared text: KEPT and REMOVED pieces together are the earlier text, KEPT and INSERTED ones the later.',
})
export class AgreementTextSegment {
  @Field(() => SegmentKind, { description: 'What became of it.' })
  kind!: SegmentKind;

  @Field(() => String, { description: 'The piece itself.' })
  text!: string;
}

@ObjectType({ description: 'Something besides the clauses that is different.' })
export class AgreementFactChange {
  @Field(() => ComparedFact, { description: 'What it is.' })
  fact!: ComparedFactName;

  @Field(() => String, { nullable: true, description: 'As it was; null where it was not said.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'As it is; null where it is not said.' })
  after!: string | null;
}

@ObjectType({ description: 'A clause of the earlier version, of the later one, or of both.' })
export class AgreementClauseChange {
  @Field(() => ID, { description: 'Key of the clause.' })
  key!: string;

  @Field(() => ChangeKind, { description: 'What became of it.' })
  change!: ChangeKind;

  @Field(() => Boolean, { description: 'Whether it stands elsewhere among the clauses of both.' })
  isMoved!: boolean;

  @Field(() => Int, { nullable: true, description: 'Its place before; null for one added.' })
  positionBefore!: number | null;

  @Field(() => Int, { nullable: true, description: 'Its place now; null for one removed.' })
  positionAfter!: number | null;

  @Field(() => [AgreementTextSegment], { description: 'Its heading, in at most 100 pieces.' })
  heading!: AgreementTextSegment[];

  @Field(() => [AgreementTextSegment], { description: 'What it says, in at most 100 pieces.' })
  body!: AgreementTextSegment[];
}

@ObjectType({ description: 'An obligation as one version has it.' })
export class AgreementObligationTerms {
  @Field(() => ID, { description: 'Key of the obligation.' })
  key!: string;

  @Field(() => Int, { description: 'Position of the party that owes it.' })
  partyPosition!: number;

  @Field(() => String, { description: 'Code of the metric.' })
  metric!: string;

  @Field(() => Int, { description: 'How much.' })
  quantity!: number;

  @Field(() => DateScalar, { description: 'By when.' })
  dueOn!: string;

  @Field(() => ObligationProof, { description: 'What proves it.' })
  proof!: ObligationProof;
}

@ObjectType({ description: 'An obligation in two versions.' })
export class AgreementObligationChange {
  @Field(() => ChangeKind, { description: 'What became of it.' })
  change!: ChangeKind;

  @Field(() => AgreementObligationTerms, {
    nullable: true,
    description: 'Before; null when added.',
  })
  before!: AgreementObligationTerms | null;

  @Field(() => AgreementObligationTerms, { nullable: true, description: 'Now; null when removed.' })
  after!: AgreementObligationTerms | null;
}

@ObjectType({ description: 'An annex as one version has it.' })
export class AgreementAnnexTerms {
  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal.' })
  sha256!: string;
}

@ObjectType({ description: 'An annex in two versions; the same file by its bytes.' })
export class AgreementAnnexChange {
  @Field(() => ChangeKind, { description: 'What became of it.' })
  change!: ChangeKind;

  @Field(() => AgreementAnnexTerms, { nullable: true, description: 'Before; null when added.' })
  before!: AgreementAnnexTerms | null;

  @Field(() => AgreementAnnexTerms, { nullable: true, description: 'Now; null when removed.' })
  after!: AgreementAnnexTerms | null;
}

@ObjectType({ description: 'What one version of an agreement changed of another.' })
export class AgreementComparison {
  @Field(() => Int, { description: 'Number of the earlier version.' })
  from!: number;

  @Field(() => Int, { description: 'Number of the later version.' })
  to!: number;

  @Field(() => [AgreementFactChange], {
    description: 'Title, form, term and number, at most 5: what differs.',
  })
  facts!: AgreementFactChange[];

  @Field(() => [AgreementClauseChange], {
    description: 'The clauses of both, at most 100 of each, in the order of the later version.',
  })
  clauses!: AgreementClauseChange[];

  @Field(() => [AgreementObligationChange], { description: 'Obligations of both, at most 40.' })
  obligations!: AgreementObligationChange[];

  @Field(() => [AgreementAnnexChange], { description: 'Annexes of both, at most 20.' })
  annexes!: AgreementAnnexChange[];
}
