/** A kind of work that demo enterprises offer and demo people look for. */
export interface DemoWork {
  readonly title: string;
  readonly occupationCode: string;
  readonly skills: readonly string[];
  readonly duties: string;
  readonly conditions: string;
  /** Yuan a month. */
  readonly pay: readonly [number, number];
  readonly educationLevelCode: string;
  readonly experienceYears: number;
}

/** A trade with its enterprises' words, what people learn for it, and its kinds of work. */
export interface DemoTrade {
  readonly key: string;
  readonly industryCodes: readonly string[];
  readonly enterpriseNames: readonly string[];
  readonly majors: readonly { readonly code: string; readonly name: string }[];
  readonly workConditions: readonly string[];
  readonly works: readonly DemoWork[];
}

/** Skills are written with blanks between them. */
export const work = (
  title: string,
  occupationCode: string,
  skills: string,
  pay: readonly [number, number],
  educationLevelCode: string,
  experienceYears: number,
  duties: string,
  conditions: string,
): DemoWork => ({
  title,
  occupationCode,
  skills: skills.split(' '),
  pay,
  educationLevelCode,
  experienceYears,
  duties,
  conditions,
});
