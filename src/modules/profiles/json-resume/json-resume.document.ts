import { z } from 'zod';

/** Where our codes stand in a document: the format allows further properties inside its objects. */
export const OWN = 'x-gongqiao';
export const SCHEMA_ADDRESS =
  'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';
export const FORMAT_VERSION = 'v1.0.0';

/** Years, months or days, as the format has them. */
const DATE = /^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$/;

const text = () => z.string().optional();
const date = () => z.string().regex(DATE).optional();
const texts = () => z.array(z.string()).optional();
const own = <T extends z.ZodRawShape>(shape: T) => z.looseObject(shape).optional();

const money = () => z.string().optional();

/**
 * JSON Resume 1.0.0, as far as this platform has a place for it; every object may hold more, only the top level may
 * not. The types of what we know are checked, so that a document of another format is refused as a whole.
 */
export const jsonResumeDocument = z.strictObject({
  $schema: text(),
  basics: z
    .looseObject({
      name: text(),
      label: text(),
      summary: text(),
      email: text(),
      phone: text(),
      url: text(),
      image: text(),
      location: z.looseObject({ region: text(), city: text(), address: text() }).optional(),
      [OWN]: own({
        homeRegionCode: text(),
        availableFrom: date(),
        intentions: z
          .array(
            z.looseObject({
              title: text(),
              occupationCode: text(),
              regionCodes: texts(),
              payMin: money(),
              payMax: money(),
              payPeriod: text(),
              engagementType: text(),
              startFrom: date(),
            }),
          )
          .optional(),
      }),
    })
    .optional(),
  work: z
    .array(
      z.looseObject({
        name: text(),
        position: text(),
        startDate: date(),
        endDate: date(),
        summary: text(),
        highlights: texts(),
        [OWN]: own({ occupationCode: text() }),
      }),
    )
    .optional(),
  education: z
    .array(
      z.looseObject({
        institution: text(),
        area: text(),
        studyType: text(),
        startDate: date(),
        endDate: date(),
        [OWN]: own({ collegeCode: text(), educationLevelCode: text(), majorCode: text() }),
      }),
    )
    .optional(),
  certificates: z
    .array(
      z.looseObject({
        name: text(),
        date: date(),
        issuer: text(),
        [OWN]: own({ occupationCode: text(), skillLevelCode: text() }),
      }),
    )
    .optional(),
  skills: z.array(z.looseObject({ name: text(), level: text(), keywords: texts() })).optional(),
  volunteer: z.array(z.unknown()).optional(),
  awards: z.array(z.unknown()).optional(),
  publications: z.array(z.unknown()).optional(),
  languages: z.array(z.unknown()).optional(),
  interests: z.array(z.unknown()).optional(),
  references: z.array(z.unknown()).optional(),
  projects: z.array(z.unknown()).optional(),
  meta: z.looseObject({}).optional(),
});

export type JsonResumeDocument = z.output<typeof jsonResumeDocument>;
