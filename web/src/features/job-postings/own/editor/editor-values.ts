import type {
  EditedPostingFragment,
  UpdateJobPostingMutationVariables,
} from '@/graphql/generated/features/job-postings/own/editor/posting-editor';
import { ELEMENTS, type Element } from '../use-element-names';

type Changes = UpdateJobPostingMutationVariables['input']['changes'];
export type Kind = EditedPostingFragment['requirements'][number]['kind'];

export interface RequirementValues {
  readonly kind: Kind;
  readonly value?: string | null | undefined;
  readonly minimum?: number | null;
  readonly isRequired: boolean;
  readonly weight: number;
}

/** What the form holds: plain values, so that a draft of it can be kept. */
export interface EditorValues {
  readonly title?: string | null;
  readonly occupationCode?: string | null;
  readonly industryCode?: string | null;
  readonly engagementType?: EditedPostingFragment['engagementType'];
  readonly headcount?: number | null;
  readonly duties?: string | null;
  readonly conditions?: string | null;
  readonly workConditions?: string | null;
  readonly payMin?: number | null;
  readonly payMax?: number | null;
  readonly payPeriod?: NonNullable<NonNullable<EditedPostingFragment['pay']>['period']> | null;
  readonly payMonths?: number | null;
  readonly benefits?: string[];
  readonly regionCode?: string | null;
  readonly address?: string | null;
  readonly educationLevelCode?: string | null;
  readonly experienceYearsMin?: number | null;
  readonly skillLevelCode?: string | null;
  readonly requirements?: RequirementValues[];
  readonly validThrough?: string | null;
  readonly startsOn?: string | null;
}

export const NEW_POSTING: EditorValues = {
  engagementType: 'FULL_TIME',
  payPeriod: 'MONTH',
  benefits: [],
  requirements: [],
};

export function valuesOf(posting: EditedPostingFragment): EditorValues {
  const { pay, requirements } = posting;
  const yuan = (money: { readonly amount: string } | null | undefined) =>
    money ? Number(money.amount) : null;
  return {
    title: posting.title,
    occupationCode: posting.occupation?.code ?? null,
    industryCode: posting.industry?.code ?? null,
    engagementType: posting.engagementType,
    headcount: posting.headcount,
    duties: posting.duties,
    conditions: posting.conditions,
    workConditions: posting.workConditions,
    payMin: yuan(pay?.min),
    payMax: yuan(pay?.max),
    payPeriod: pay?.period ?? 'MONTH',
    payMonths: pay?.months ?? null,
    benefits: [...posting.benefits],
    regionCode: posting.region?.code ?? null,
    address: posting.address,
    educationLevelCode: posting.educationLevel?.code ?? null,
    experienceYearsMin: posting.experienceYearsMin,
    skillLevelCode: posting.skillLevel?.code ?? null,
    requirements: requirements.map(({ kind, value, minimum, isRequired, weight }) => ({
      kind,
      value,
      minimum,
      isRequired,
      weight,
    })),
    validThrough: posting.validThrough,
    startsOn: posting.startsOn,
  };
}

/** The input for what the form holds; an emptied field clears what was there. */
export function contentOf(values: EditorValues): Changes {
  const text = (value: string | null | undefined) => value?.trim() || null;
  return {
    title: text(values.title) ?? '',
    occupationCode: values.occupationCode ?? null,
    industryCode: values.industryCode ?? null,
    engagementType: values.engagementType ?? null,
    headcount: values.headcount ?? null,
    duties: text(values.duties),
    conditions: text(values.conditions),
    workConditions: text(values.workConditions),
    pay: payOf(values),
    benefits: values.benefits ?? [],
    regionCode: values.regionCode ?? null,
    address: text(values.address),
    educationLevelCode: values.educationLevelCode ?? null,
    experienceYearsMin: values.experienceYearsMin ?? null,
    skillLevelCode: values.skillLevelCode ?? null,
    requirements: (values.requirements ?? []).map(
      ({ kind, value, minimum, isRequired, weight }) => ({
        kind,
        value: text(value) ?? '',
        minimum: kind === 'EXPERIENCE' ? (minimum ?? 0) : null,
        isRequired,
        weight,
      }),
    ),
    validThrough: values.validThrough ?? null,
    startsOn: values.startsOn ?? null,
  };
}

function payOf({ payMin, payMax, payPeriod, payMonths }: EditorValues): Changes['pay'] {
  if (payMin == null || payPeriod == null) return null;
  const money = (amount: number) => ({ amount: amount.toFixed(2), currency: 'CNY' as const });
  return {
    min: money(payMin),
    max: payMax == null ? null : money(payMax),
    period: payPeriod,
    months: payPeriod === 'MONTH' ? (payMonths ?? null) : null,
  };
}

/** The form's field in which an element of the law stands. */
export const FIELD_OF: Readonly<Record<Exclude<Element, 'employer'>, keyof EditorValues>> = {
  title: 'title',
  headcount: 'headcount',
  engagementType: 'engagementType',
  duties: 'duties',
  conditions: 'conditions',
  workConditions: 'workConditions',
  region: 'regionCode',
  pay: 'payMin',
  validThrough: 'validThrough',
};

/** What the form asks for; the employer is known. */
export const ASKED = ELEMENTS.filter((element) => element !== 'employer');

export function missingIn(values: EditorValues): (typeof ASKED)[number][] {
  return ASKED.filter((element) => {
    const value = values[FIELD_OF[element]];
    return value == null || (typeof value === 'string' && value.trim() === '');
  });
}

/** The field of a path below `input`, for refusals of creating and of changing. */
export function fieldOf(path: readonly string[]): (string | number)[] {
  const [first = '', ...rest] = path[0] === 'changes' ? path.slice(1) : path;
  if (first === 'pay') {
    const part = rest[0];
    if (part === 'max') return ['payMax'];
    if (part === 'months') return ['payMonths'];
    return [part === 'period' ? 'payPeriod' : 'payMin'];
  }
  return [first, ...rest.map((name) => (/^\d+$/.test(name) ? Number(name) : name))];
}
