import { useText } from '@/shared/i18n/messages';
import { importMessages } from './import.messages';

const FIELDS = [
  'row',
  'title',
  'headcount',
  'engagementType',
  'duties',
  'conditions',
  'workConditions',
  'region',
  'address',
  'payMin',
  'payMax',
  'payPeriod',
  'payMonths',
  'benefits',
  'education',
  'experienceYears',
  'skills',
  'occupationCode',
  'validThrough',
  'startsOn',
] as const;

const REASONS = [
  'INPUT_MALFORMED',
  'INPUT_REQUIRED',
  'INPUT_TOO_LONG',
  'INPUT_TOO_SHORT',
  'INPUT_OUT_OF_RANGE',
  'INPUT_TOO_MANY',
  'INPUT_CONTROL_CHARACTERS',
  'JOB_POSTING_DUPLICATE',
  'JOB_POSTING_PAY_UPSIDE_DOWN',
  'JOB_POSTING_VALIDITY_PAST',
  'JOB_POSTING_VALIDITY_TOO_LONG',
  'JOB_POSTING_START_PAST',
  'JOB_POSTING_START_TOO_FAR',
  'JOB_POSTING_REQUIREMENT_DUPLICATE',
] as const;

/** Columns by the names they have in the template, and why a row was not taken. */
export function useIssueWords(): {
  readonly field: (name: string) => string;
  readonly reason: (code: string) => string;
} {
  const text = useText(importMessages);
  return {
    field: (name) => {
      const known = FIELDS.find((field) => field === name);
      return known === undefined ? name : text(`field_${known}`);
    },
    reason: (code) => {
      const known = REASONS.find((reason) => reason === code);
      if (known !== undefined) return text(`reason_${known}`);
      if (code.startsWith('SPREADSHEET_')) return text('reason_SPREADSHEET');
      return text(/UNKNOWN|NOT_FOUND/.test(code) ? 'reason_unknownCode' : 'reason_other');
    },
  };
}
