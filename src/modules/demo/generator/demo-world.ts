import type { ReferenceTables } from '../../reference-data/index.js';
import type { DemoCalendar } from './demo-calendar.js';
import type { DemoRandom } from './demo-random.js';
import type { DemoRow, DemoRows, DemoTable } from './demo-rows.js';
import type { DemoTrade, DemoWork } from './trade.js';

/** Accounts with a log-in, made before everything else; by the part they play. */
export interface DemoPlayers {
  readonly bureauOfficer: string;
  readonly recruiter: string;
  readonly collegeClerk: string;
  readonly baseCoordinator: string;
  readonly graduate: string;
  readonly administrator: string;
}

export interface DemoOrganisation {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
  readonly address: string;
  readonly administratorId: string;
  readonly isInGoodStanding: boolean;
}

export interface DemoEnterprise extends DemoOrganisation {
  readonly trade: DemoTrade;
}

export interface DemoSeeker {
  readonly profileId: string;
  readonly accountId: string;
  readonly fullName: string;
  readonly trade: DemoTrade;
  readonly work: DemoWork;
  /** The college and the words of the education entry. */
  readonly college: DemoOrganisation | null;
  readonly major: { readonly code: string; readonly name: string };
  readonly graduatedOn: string;
  readonly snapshot: Readonly<Record<string, unknown>>;
}

export interface DemoPosting {
  readonly id: string;
  readonly enterprise: DemoEnterprise;
  readonly work: DemoWork;
  readonly regionId: string;
  readonly state: string;
  readonly payMinFen: number;
  readonly payMaxFen: number;
  readonly address: string;
  readonly publishedAt: Date | null;
  /** Accepted offers it must have: all seats of a filled posting. */
  readonly hires: number;
  headcount: number;
}

/** What the parts of the generator share: chance, calendar, code tables, the rows made so far and who is who. */
export class DemoWorld {
  readonly bureaux: DemoOrganisation[] = [];
  readonly enterprises: DemoEnterprise[] = [];
  readonly colleges: DemoOrganisation[] = [];
  readonly bases: DemoOrganisation[] = [];
  readonly seekers: DemoSeeker[] = [];
  readonly postings: DemoPosting[] = [];
  /** Cooperations in effect. */
  readonly partnerships: {
    readonly agreementId: string;
    readonly college: DemoOrganisation;
    readonly enterprise: DemoEnterprise;
  }[] = [];
  /** Agreements between organisations that nobody has signed yet. */
  readonly awaiting: string[] = [];
  /** Confirmed places: account and college. */
  readonly confirmed = new Map<string, string>();

  constructor(
    readonly random: DemoRandom,
    readonly calendar: DemoCalendar,
    readonly tables: ReferenceTables,
    readonly players: DemoPlayers,
    readonly rows: DemoRows,
  ) {}

  regionId(code: string): string {
    return this.tables.regions.require(code, ['regionCode']).id;
  }

  /** Adds a row that has an id of its own, made at that instant. */
  add(table: DemoTable, at: Date, row: DemoRow): string {
    const id = this.random.uuid(at);
    this.rows.add(table, { id, ...row });
    return id;
  }

  /** The rows of one way through states: who moved it when, and by which transition. */
  addHistory(
    table: DemoTable,
    parent: DemoRow,
    steps: readonly {
      readonly transition: string;
      readonly to: string;
      readonly at: Date;
      readonly actorId: string | null;
      readonly reason?: string;
      readonly extra?: DemoRow;
    }[],
  ): void {
    let from: string | null = null;
    for (const { transition, to, at, actorId, reason = null, extra = {} } of steps) {
      const row = {
        from_state: from,
        to_state: to,
        transition,
        reason,
        occurred_at: at.toISOString(),
      };
      this.add(table, at, { ...parent, ...row, actor_id: actorId, ...extra });
      from = to;
    }
  }
}
