/** What a person may do for one organisation. The kinds and roles are words of the domain; the core only compares them. */
export interface Grant {
  readonly organisationId: string;
  readonly organisationKind: string;
  readonly role: string;
  /** False while the organisation is unverified, lapsed or suspended: rights that need standing are paused. */
  readonly isInGoodStanding: boolean;
  /** Region the organisation answers for (a bureau) or sits in; null when unknown. */
  readonly regionId: string | null;
}

export type ActorKind = 'ANONYMOUS' | 'ACCOUNT' | 'API_KEY' | 'SYSTEM';

/** Who acts. Loaded anew for each request, so a changed role or a disabled account acts at once. */
export interface Actor {
  readonly kind: ActorKind;
  readonly accountId: string | null;
  readonly sessionId: string | null;
  /** Set for an API key: the key that acts, for its organisation only. */
  readonly apiKeyId: string | null;
  readonly isAdministrator: boolean;
  readonly grants: readonly Grant[];
  /** Permissions an API key is limited to; null means no such limit. */
  readonly scopes: readonly string[] | null;
  /** Set for an account that has not agreed to the edition of the conditions in force: it may look, but not act. */
  readonly owesConsent?: true;
}

const NOBODY = {
  accountId: null,
  sessionId: null,
  apiKeyId: null,
  isAdministrator: false,
  grants: [],
  scopes: null,
} as const;

export const ANONYMOUS: Actor = { ...NOBODY, kind: 'ANONYMOUS' };

/** The platform itself: schedulers, task runs and commands. */
export const SYSTEM: Actor = { ...NOBODY, kind: 'SYSTEM' };
