import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Locale } from '../context/index.js';
import { errorCatalogue, type DomainError } from '../errors/index.js';

const USER_ERROR_CODES: Record<string, string> = {};
const descriptions: Record<string, { description: string }> = {};

registerEnumType(USER_ERROR_CODES, {
  name: 'UserErrorCode',
  description: 'Why a mutation was refused: every code of the error catalogue.',
  valuesMap: descriptions,
});

/** Copies the error catalogue into the enum. Called before the schema is built, when every module has declared its errors. */
export function fillUserErrorCodes(): void {
  for (const [code, entry] of Object.entries(errorCatalogue)) {
    USER_ERROR_CODES[code] = code;
    descriptions[code] = { description: `${entry.en} / ${entry['zh-CN']} (${entry.category})` };
  }
}

/** A refusal by a rule of the business, said in the language of the reader. */
@ObjectType({ description: 'Why a mutation changed nothing.' })
export class UserError {
  @Field(() => USER_ERROR_CODES, { description: 'Stable code of the refusal, for programs.' })
  code!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      'Path of the offending value below `input`; null when no single value is to blame.',
  })
  field!: string[] | null;

  @Field(() => String, { description: 'The refusal in words, in the language of the request.' })
  message!: string;
}

export function userError(error: DomainError, locale: Locale): UserError {
  return {
    code: error.code,
    field: error.field ? [...error.field] : null,
    message: error.text(locale),
  };
}
