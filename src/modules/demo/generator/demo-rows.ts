export type DemoValue =
  string | number | boolean | null | readonly string[] | { readonly [key: string]: unknown };
/** A row as the database names its columns. */
export type DemoRow = Readonly<Record<string, DemoValue>>;

/** Tables that demo data go into; what a row refers to stands before it. */
export const DEMO_TABLES = [
  'accounts',
  'account_history',
  'organisations',
  'organisation_members',
  'organisation_verifications',
  'organisation_verification_history',
  'organisation_history',
  'affiliations',
  'affiliation_history',
  'job_seeker_profiles',
  'education_entries',
  'experience_entries',
  'profile_skills',
  'profile_certificates',
  'job_intentions',
  'job_postings',
  'job_posting_requirements',
  'job_posting_history',
  'job_posting_reviews',
  'agreements',
  'agreement_parties',
  'agreement_versions',
  'agreement_clauses',
  'agreement_obligations',
  'agreement_signatories',
  'agreement_signatures',
  'agreement_history',
  'agreement_events',
  'agreement_obligation_entries',
  'agreement_ceremonies',
  'agreement_ceremony_pairs',
  'agreement_ceremony_history',
  'job_posting_audiences',
  'job_posting_audience_colleges',
  'agreement_postings',
  'applications',
  'application_history',
  'interviews',
  'offers',
  'application_notes',
  'job_fairs',
  'job_fair_history',
  'job_fair_places',
  'job_fair_place_history',
  'job_fair_postings',
] as const;

export type DemoTable = (typeof DEMO_TABLES)[number];

/** All rows of the demo data, by table. */
export class DemoRows {
  private readonly tables = new Map<DemoTable, DemoRow[]>();

  add(table: DemoTable, row: DemoRow): void {
    const rows = this.tables.get(table);
    if (rows) rows.push(row);
    else this.tables.set(table, [row]);
  }

  of(table: DemoTable): readonly DemoRow[] {
    return this.tables.get(table) ?? [];
  }

  /** Changes rows that are there already. */
  replace(table: DemoTable, change: (row: DemoRow) => DemoRow): void {
    this.tables.set(table, this.of(table).map(change));
  }

  /** Tables that have rows, in the order in which they can be written. */
  get filled(): readonly DemoTable[] {
    return DEMO_TABLES.filter((table) => this.tables.has(table));
  }
}
