import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { AppConfig } from '../../core/config/index.js';
import { runInContext, requestContext, type Locale } from '../../core/context/index.js';
import { NotificationFacts } from './notification-facts.service.js';
import { ruleOf, type NotificationTargetType } from './notification-kinds.js';
import { TOLD_ROLES } from './notification-receivers.service.js';
import { MAIL_WORDS } from './notification-texts.js';
import { compose } from './notification-words.js';
import type { NotificationParams } from './notification.params.js';
import type { NotificationRow } from './notification.rows.js';

export interface WrittenNotification extends NotificationRow {
  readonly title: string;
  readonly body: string;
  readonly target: { readonly type: NotificationTargetType; readonly id: string } | null;
}

/** Parts of the portal that show what a notice leads to. */
const PATHS: Readonly<Record<NotificationTargetType, string>> = {
  ACCOUNT: '/account',
  AFFILIATION: '/affiliations/',
  AGREEMENT: '/agreements/',
  APPLICATION: '/applications/',
  JOB_FAIR: '/job-fairs/',
  JOB_POSTING: '/job-postings/',
  ORGANISATION: '/organisations/',
  RECOMMENDATIONS: '/recommendations',
  REPORT: '/reports/',
};

const TARGET_IDS: Readonly<Record<NotificationTargetType, keyof NotificationParams | null>> = {
  ACCOUNT: null,
  AFFILIATION: 'affiliationId',
  AGREEMENT: 'agreementId',
  APPLICATION: 'applicationId',
  JOB_FAIR: 'jobFairId',
  JOB_POSTING: 'jobPostingId',
  ORGANISATION: 'organisationId',
  RECOMMENDATIONS: 'profileId',
  REPORT: 'reportId',
};

/** Puts notices into words for one reader, from what that reader may see at the moment. */
@Injectable()
export class NotificationWriter {
  constructor(
    private readonly facts: NotificationFacts,
    private readonly config: AppConfig,
  ) {}

  /** Whether the reader still has the part in which he was told. */
  isConcerned(actor: Actor, { params: { asOrganisationId } }: NotificationRow): boolean {
    const roles: readonly string[] = TOLD_ROLES;
    return (
      asOrganisationId === undefined ||
      actor.grants.some(
        ({ organisationId, role }) => organisationId === asOrganisationId && roles.includes(role),
      )
    );
  }

  /** The notices in words, in their order. Who is no longer concerned reads what it was about, and no names. */
  async write(
    actor: Actor,
    locale: Locale,
    rows: readonly NotificationRow[],
  ): Promise<WrittenNotification[]> {
    const known = rows.map((row) => (this.isConcerned(actor, row) ? row.params : {}));
    // What readers remember during a request must not outlive it: live answers go on for hours.
    const facts = await runInContext({ ...requestContext(), actor }, () =>
      this.facts.load(actor, locale, known),
    );
    return rows.map((row, index) => ({
      ...row,
      ...compose(row.kind, locale, facts[index] ?? {}),
      target: targetOf(actor, row, known[index] ?? {}),
    }));
  }

  async mail(
    actor: Actor,
    locale: Locale,
    row: NotificationRow,
  ): Promise<{ subject: string; text: string }> {
    const [written] = await this.write(actor, locale, [row]);
    if (!written) throw new Error('A notice was not put into words');
    const { title, body, target } = written;
    const words = MAIL_WORDS[locale];
    const link = target && new URL(pathOf(target), this.config.env.APP_ORIGIN).href;
    const parts = [body];
    if (link !== null) parts.push(`${words.open}\n${link}`);
    if (ruleOf(row.kind).mail !== 'ALWAYS') parts.push(words.mute);
    return { subject: title, text: parts.join('\n\n') };
  }
}

function targetOf(
  actor: Actor,
  { kind }: NotificationRow,
  params: NotificationParams,
): WrittenNotification['target'] {
  const type = ruleOf(kind).target;
  const name = TARGET_IDS[type];
  const id = name === null ? actor.accountId : params[name];
  return typeof id === 'string' ? { type, id } : null;
}

function pathOf({ type, id }: { type: NotificationTargetType; id: string }): string {
  const path = PATHS[type];
  return path.endsWith('/') ? `${path}${id}` : path;
}
