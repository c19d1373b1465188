import type { z } from 'zod';
import { isCalendarDay } from '../../../core/graphql/index.js';
import { skillKey, type PlaceFinder, type ReferenceTables } from '../../reference-data/index.js';
import {
  certificateSchema,
  educationSchema,
  experienceSchema,
  intentionSchema,
  LIMITS,
  skillSchema,
  type CertificateValues,
  type EducationValues,
  type ExperienceValues,
  type IntentionValues,
  type SkillValues,
} from '../profile/profile-entries.inputs.js';
import { createSchema } from '../profile/profile.inputs.js';
import { OWN, type JsonResumeDocument } from './json-resume.document.js';
import { dayOf, educationCodeOf, proficiencyOf } from './json-resume.words.js';

export const SKIP_REASONS = [
  'NO_PLACE',
  'MALFORMED',
  'UNKNOWN_CODE',
  'DUPLICATE',
  'TOO_MANY',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** A part of the document that will not be taken: where it stands, never what it says. */
export interface SkippedPart {
  readonly path: string;
  readonly reason: SkipReason;
}

/** What will be taken. A section the document does not have stays as it is (null); `basics` likewise, field by field. */
export interface JsonResumeContent {
  readonly basics: {
    readonly fullName?: string;
    readonly headline?: string;
    readonly summary?: string;
    readonly homeRegionCode?: string;
    readonly availableFrom?: string;
  };
  readonly educations: readonly EducationValues[] | null;
  readonly experiences: readonly ExperienceValues[] | null;
  readonly skills: readonly SkillValues[] | null;
  readonly certificates: readonly CertificateValues[] | null;
  readonly intentions: readonly IntentionValues[] | null;
  readonly skipped: readonly SkippedPart[];
}

const KNOWN_TOP = new Set([
  '$schema',
  'meta',
  'basics',
  'work',
  'education',
  'certificates',
  'skills',
]);
const KNOWN_BASICS = new Set(['name', 'label', 'summary', 'location', OWN]);
type Item = Readonly<Record<string, unknown>>;

/** Reads a valid document: what we have no place for, or what is wrong in itself, is left out and reported. */
export class JsonResumeReading {
  private readonly skipped: SkippedPart[] = [];

  constructor(
    private readonly tables: ReferenceTables,
    private readonly places: PlaceFinder,
  ) {}

  read(document: JsonResumeDocument): JsonResumeContent {
    this.skipUnknown('', document, KNOWN_TOP);
    const wishes = document.basics?.[OWN]?.intentions;
    return {
      basics: this.basics(document.basics),
      experiences: this.section('work', document.work, LIMITS.experiences, (item, path) =>
        this.experience(item, path),
      ),
      educations: this.section('education', document.education, LIMITS.educations, (item, path) =>
        this.education(item, path),
      ),
      certificates: this.section(
        'certificates',
        document.certificates,
        LIMITS.certificates,
        (item, path) => this.certificate(item, path),
      ),
      skills: this.skills(document.skills),
      intentions: this.section(
        `basics.${OWN}.intentions`,
        wishes,
        LIMITS.intentions,
        (item, path) => this.intention(item, path),
      ),
      skipped: this.skipped,
    };
  }

  private basics(basics: JsonResumeDocument['basics']): JsonResumeContent['basics'] {
    if (!basics) return {};
    this.skipUnknown('basics.', basics, KNOWN_BASICS);
    const { name, label, summary, location } = basics;
    const own = basics[OWN];
    const region = this.homeRegion(location, own?.homeRegionCode);
    return {
      ...this.field('fullName', name, 'basics.name'),
      ...this.field('headline', label, 'basics.label'),
      ...this.field('summary', summary, 'basics.summary'),
      ...(region && { homeRegionCode: region }),
      ...this.field(
        'availableFrom',
        own?.availableFrom && dayOf(own.availableFrom),
        `basics.${OWN}.availableFrom`,
      ),
    };
  }

  /** One plain field, checked as if it had been typed. */
  private field<K extends 'fullName' | 'headline' | 'summary' | 'availableFrom'>(
    key: K,
    value: string | undefined,
    path: string,
  ): { [P in K]?: string } {
    if (value === undefined || value.trim() === '') return {};
    const checked = createSchema.shape[key].safeParse(value);
    if (checked.success && typeof checked.data === 'string')
      return { [key]: checked.data } as { [P in K]?: string };
    this.skip(path, 'MALFORMED');
    return {};
  }

  private homeRegion(
    location: { readonly region?: string; readonly city?: string } | undefined,
    code: string | undefined,
  ): string | null {
    if (code !== undefined) {
      const region = this.tables.regions.findByCode(code);
      if (region) return region.code;
      this.skip(`basics.${OWN}.homeRegionCode`, 'UNKNOWN_CODE');
    }
    if (!location) return null;
    const { region = '', city = '' } = location;
    const id = this.places.find(city) ?? this.places.find(`${region}${city}`);
    const found = id === null ? null : this.tables.regions.find(id);
    if (!found) this.skip('basics.location', 'UNKNOWN_CODE');
    return found?.code ?? null;
  }

  private experience(item: Item, path: string): ExperienceValues | null {
    this.skipUnknown(
      `${path}.`,
      item,
      new Set(['name', 'position', 'startDate', 'endDate', 'summary', 'highlights', OWN]),
    );
    const highlights = (item['highlights'] as string[] | undefined) ?? [];
    const description = [item['summary'], ...highlights].filter(Boolean).join('\n');
    return this.entry(path, experienceSchema, {
      employerName: item['name'],
      position: item['position'],
      description,
      startedOn: this.day(item['startDate'], `${path}.startDate`),
      endedOn: this.day(item['endDate'], `${path}.endDate`),
      occupationCode: this.code(item, path, 'occupationCode', 'occupations'),
    });
  }

  private education(item: Item, path: string): EducationValues | null {
    this.skipUnknown(
      `${path}.`,
      item,
      new Set(['institution', 'area', 'studyType', 'startDate', 'endDate', OWN]),
    );
    const studyType = item['studyType'] as string | undefined;
    const level = this.code(item, path, 'educationLevelCode', 'educationLevels');
    const read = level ?? (studyType === undefined ? null : educationCodeOf(studyType));
    if (read === null && studyType) this.skip(`${path}.studyType`, 'UNKNOWN_CODE');
    return this.entry(path, educationSchema, {
      institution: item['institution'],
      majorName: item['area'],
      collegeCode: this.code(item, path, 'collegeCode', 'colleges'),
      majorCode: this.code(item, path, 'majorCode', 'majors'),
      educationLevelCode: read,
      startedOn: this.day(item['startDate'], `${path}.startDate`),
      endedOn: this.day(item['endDate'], `${path}.endDate`),
    });
  }

  private certificate(item: Item, path: string): CertificateValues | null {
    this.skipUnknown(`${path}.`, item, new Set(['name', 'date', 'issuer', OWN]));
    return this.entry(path, certificateSchema, {
      name: item['name'],
      issuer: item['issuer'],
      issuedOn: this.day(item['date'], `${path}.date`),
      occupationCode: this.code(item, path, 'occupationCode', 'occupations'),
      skillLevelCode: this.code(item, path, 'skillLevelCode', 'skillLevels'),
    });
  }

  private intention(item: Item, path: string): IntentionValues | null {
    const amount = (key: string): { amount: unknown } | null =>
      item[key] === undefined ? null : { amount: item[key] };
    const codes = ((item['regionCodes'] as string[] | undefined) ?? []).filter((code) => {
      const isKnown = this.tables.regions.findByCode(code) !== null;
      if (!isKnown) this.skip(`${path}.regionCodes`, 'UNKNOWN_CODE');
      return isKnown;
    });
    return this.entry(path, intentionSchema, {
      ...item,
      occupationCode: this.known(item['occupationCode'], `${path}.occupationCode`, 'occupations'),
      regionCodes: codes,
      payMin: amount('payMin'),
      payMax: amount('payMax'),
      startFrom: this.day(item['startFrom'], `${path}.startFrom`),
    });
  }

  /** Each skill, and each of its keywords with the same level; what stands twice is taken once. */
  private skills(items: JsonResumeDocument['skills']): SkillValues[] | null {
    if (!items) return null;
    const taken = new Map<string, SkillValues>();
    items.forEach((item, index) => {
      const path = `skills[${String(index)}]`;
      this.skipUnknown(`${path}.`, item, new Set(['name', 'level', 'keywords']));
      const proficiency = item.level ? proficiencyOf(item.level) : null;
      if (item.level && proficiency === null) this.skip(`${path}.level`, 'MALFORMED');
      [item.name, ...(item.keywords ?? [])].forEach((name, place) => {
        if (name === undefined) return;
        const at = place === 0 ? `${path}.name` : `${path}.keywords[${String(place - 1)}]`;
        const entry = this.entry(at, skillSchema, { name, proficiency });
        if (!entry) return;
        const key = skillKey(entry.name);
        if (taken.has(key)) this.skip(at, 'DUPLICATE');
        else if (taken.size >= LIMITS.skills) this.skip(at, 'TOO_MANY');
        else taken.set(key, entry);
      });
    });
    return [...taken.values()];
  }

  private section<T>(
    name: string,
    items: readonly Item[] | undefined,
    limit: number,
    read: (item: Item, path: string) => T | null,
  ): T[] | null {
    if (!items) return null;
    const taken: T[] = [];
    items.forEach((item, index) => {
      const path = `${name}[${String(index)}]`;
      if (taken.length >= limit) {
        this.skip(path, 'TOO_MANY');
        return;
      }
      const entry = read(item, path);
      if (entry !== null) taken.push(entry);
    });
    return taken;
  }

  /** One entry, checked as if it had been typed. */
  private entry<S extends z.ZodType>(path: string, schema: S, values: object): z.output<S> | null {
    const checked = schema.safeParse(values);
    if (checked.success) return checked.data;
    this.skip(path, 'MALFORMED');
    return null;
  }

  private day(date: unknown, path: string): string | null {
    if (typeof date !== 'string') return null;
    const day = dayOf(date);
    if (isCalendarDay(day)) return day;
    this.skip(path, 'MALFORMED');
    return null;
  }

  private code(item: Item, path: string, key: string, table: Table): string | null {
    const own = item[OWN] as Item | undefined;
    return this.known(own?.[key], `${path}.${OWN}.${key}`, table);
  }

  private known(code: unknown, path: string, table: Table): string | null {
    if (typeof code !== 'string') return null;
    if (this.tables[table].findByCode(code)) return code;
    this.skip(path, 'UNKNOWN_CODE');
    return null;
  }

  private skipUnknown(prefix: string, holder: object, known: ReadonlySet<string>): void {
    for (const [key, value] of Object.entries(holder)) {
      const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
      if (!known.has(key) && !isEmpty) this.skip(`${prefix}${key}`, 'NO_PLACE');
    }
  }

  private skip(path: string, reason: SkipReason): void {
    this.skipped.push({ path: path.slice(0, 200), reason });
  }
}

type Table = 'occupations' | 'educationLevels' | 'colleges' | 'majors' | 'skillLevels';
