import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { inputErrors } from '../errors/index.js';
import { DecimalScalar } from './scalars/decimal.scalar.js';

export const CurrencyCode = { CNY: 'CNY' } as const;
export type CurrencyCode = (typeof CurrencyCode)[keyof typeof CurrencyCode];

registerEnumType(CurrencyCode, {
  name: 'CurrencyCode',
  description: 'Currency by its ISO 4217 code.',
  valuesMap: { CNY: { description: 'Renminbi yuan.' } },
});

@ObjectType({ description: 'An exact amount of money.' })
export class Money {
  @Field(() => DecimalScalar, {
    description: 'Amount in whole units of the currency, with two decimals.',
  })
  amount!: string;

  @Field(() => CurrencyCode, { description: 'Currency of the amount.' })
  currency!: CurrencyCode;
}

@InputType({ description: 'An exact amount of money.' })
export class MoneyInput {
  @Field(() => DecimalScalar, {
    description: 'Amount in whole units of the currency, not negative, with at most two decimals.',
  })
  amount!: string;

  @Field(() => CurrencyCode, {
    description: 'Currency of the amount; renminbi when left out.',
    defaultValue: CurrencyCode.CNY,
  })
  currency!: CurrencyCode;
}

/** Money for the API from the fen that are stored. */
export function money(fen: bigint): Money {
  const sign = fen < 0n ? '-' : '';
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return {
    amount: `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`,
    currency: CurrencyCode.CNY,
  };
}

const AMOUNT = /^(\d{1,15})(?:\.(\d{1,2}))?$/;

/** Fen to store from an amount of the API; `field` is its path below `input`. */
export function fenOf(input: Pick<MoneyInput, 'amount'>, field: readonly string[]): bigint {
  const [, yuan, cents] = AMOUNT.exec(input.amount) ?? [];
  if (yuan === undefined) throw inputErrors.MALFORMED({ field: [...field, 'amount'] });
  return BigInt(yuan) * 100n + BigInt((cents ?? '').padEnd(2, '0'));
}
