import type { EventDefinition, EventMeta } from '../../core/events/index.js';
import type { NotificationKind } from './notification-kinds.js';
import type { NotificationParams } from './notification.params.js';

/** Who is told; readers of the other modules say who that is at the moment. */
export type Audience =
  | { readonly to: 'account'; readonly accountId: string }
  /** Officers and administrators of the organisation, except whoever caused the event. */
  | { readonly to: 'organisation'; readonly organisationId: string }
  | { readonly to: 'employerOf'; readonly jobPostingId: string }
  /** Those whose application to the posting is undecided. */
  | { readonly to: 'applicantsTo'; readonly jobPostingId: string }
  /** Officers and administrators of the bureaux in charge. */
  | { readonly to: 'bureauOfOrganisation'; readonly organisationId: string }
  | { readonly to: 'bureauOfPosting'; readonly jobPostingId: string }
  | { readonly to: 'bureauOfReport'; readonly reportId: string }
  | { readonly to: 'askerOf'; readonly questionId: string }
  | { readonly to: 'reporterOf'; readonly reportId: string }
  | { readonly to: 'ownerOf'; readonly profileId: string };

/** One kind of notice that an event gives to one audience. */
export interface Notice {
  readonly kind: NotificationKind;
  readonly audience: Audience;
  readonly params: NotificationParams;
}

/** What an event tells whom. Pure: who the receivers are is found out afterwards. */
export interface Telling {
  readonly event: EventDefinition;
  /** Kinds it may give. */
  readonly kinds: readonly NotificationKind[];
  notices(payload: object, meta: Pick<EventMeta, 'actorId'>): readonly Notice[];
}

/** An entry of the table: the notices the event gives, of the kinds named. */
export function tells<Payload extends object>(
  event: EventDefinition<Payload>,
  kinds: readonly NotificationKind[],
  notices: (payload: Payload) => readonly Notice[] | Notice | null,
): Telling {
  return {
    event,
    kinds,
    notices: (payload) => {
      // The registry has parsed the payload by this very event's schema.
      const told = notices(payload as Payload);
      if (told === null) return [];
      return 'kind' in told ? [told] : told;
    },
  };
}

export const account = (accountId: string): Audience => ({ to: 'account', accountId });
export const organisation = (organisationId: string): Audience => ({
  to: 'organisation',
  organisationId,
});
