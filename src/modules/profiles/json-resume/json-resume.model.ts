import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';
import { Payload } from '../../../core/graphql/index.js';
import { JobSeekerProfile } from '../profile/profile.model.js';
import type { SkipReason } from './json-resume.import.js';

export const JsonResumeSkipReason = {
  NO_PLACE: 'NO_PLACE',
  MALFORMED: 'MALFORMED',
  UNKNOWN_CODE: 'UNKNOWN_CODE',
  DUPLICATE: 'DUPLICATE',
  TOO_MANY: 'TOO_MANY',
} as const satisfies Record<SkipReason, string>;

registerEnumType(JsonResumeSkipReason, {
  name: 'JsonResumeSkipReason',
  description: 'Why a part of a JSON Resume is not taken.',
  valuesMap: {
    NO_PLACE: { description: 'A profile has no place for it.' },
    MALFORMED: { description: 'It is missing something, too long or otherwise not well formed.' },
    UNKNOWN_CODE: { description: 'It names a code, place or level nobody knows.' },
    DUPLICATE: { description: 'It stands in the document before.' },
    TOO_MANY: { description: 'A profile takes no more of them.' },
  },
});

@ObjectType({ description: 'A part of a JSON Resume that is not taken.' })
export class JsonResumeSkippedPart {
  @Field(() => String, { description: 'Where it stands, for example `work[2].url`.' })
  path!: string;

  @Field(() => JsonResumeSkipReason, { description: 'Why.' })
  reason!: SkipReason;
}

@ObjectType({ description: 'What importing a JSON Resume would take.' })
export class JsonResumePreview {
  @Field(() => [String], { description: 'Plain facts that would be written, by our names.' })
  basics!: string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Education; null when the section is absent and stays as it is.',
  })
  educationCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Experience; null when it stays as it is.' })
  experienceCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Skills; null when they stay as they are.' })
  skillCount!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Certificates; null when they stay as they are.',
  })
  certificateCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Wishes; null when they stay as they are.' })
  intentionCount!: number | null;

  @Field(() => Int, { description: 'How many parts are not taken.' })
  skippedCount!: number;

  @Field(() => [JsonResumeSkippedPart], { description: 'The first of them, at most 50.' })
  skipped!: JsonResumeSkippedPart[];
}

@InputType({ description: 'A JSON Resume to take over.' })
export class ImportJsonResumeInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the profile one has seen; left out when there is none yet.',
  })
  version?: number | null;

  @Field(() => String, { description: 'The document as JSON text, up to 100,000 characters.' })
  document!: string;
}

@ObjectType({ description: 'A profile after a JSON Resume was taken over.' })
export class ImportJsonResumePayload extends Payload {
  @Field(() => JobSeekerProfile, { nullable: true, description: 'The profile; null when refused.' })
  profile?: JobSeekerProfile | null;
}

export const MAX_DOCUMENT = 100_000;
export const documentSchema = z.object({ document: z.string().min(1).max(MAX_DOCUMENT) });
export const importSchema = documentSchema.extend({ version: z.int().nullish() });
