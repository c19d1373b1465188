import type { PersonOptions } from './portal.js';

export type Writer = 'anyone' | 'graduate' | 'recruiter' | 'officer' | 'administrator';

export interface PortalForm {
  readonly as: Writer;
  /** Path and query; parameters stand as names of the scene's ids. */
  readonly address: string;
  /** What is pressed until the form is there: buttons and entries of menus. */
  readonly open: readonly string[];
  readonly submit: string;
  /** Its action can be taken once only. */
  readonly isOnce: boolean;
  /** What is answered where nothing can be written, only chosen or confirmed. */
  readonly unwritten: 'done' | 'refused' | null;
  readonly manner: PersonOptions;
}

type Names = readonly [...string[], string];
export const form = (as: Writer, address: string, ...names: Names): PortalForm => ({
  as,
  address,
  open: names.slice(0, -1),
  submit: names.at(-1) ?? '',
  isOnce: false,
  unwritten: null,
  manner: {},
});
export const once = (as: Writer, address: string, ...names: Names): PortalForm => ({
  ...form(as, address, ...names),
  isOnce: true,
});
/** Only chosen or confirmed: goes through, or says what is missing. */
export const unwritten = (
  answer: 'done' | 'refused',
  as: Writer,
  address: string,
  ...names: Names
): PortalForm => ({ ...once(as, address, ...names), unwritten: answer });
/** The same at a phone, in English. */
export const english = (as: Writer, address: string, ...names: Names): PortalForm => ({
  ...form(as, address, ...names),
  manner: { locale: 'en', size: 'phone' },
});
