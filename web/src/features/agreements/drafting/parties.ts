import type {
  DraftedKindFragment,
  DraftingKindsQuery,
  OrganisationKind,
} from '@/graphql/generated/features/agreements/drafting/drafting';

export type DraftingKind = DraftingKindsQuery['agreementKinds'][number];
export type PartyRole = DraftedKindFragment['roles'][number];

/** An organisation or a person that was chosen. */
export interface PartyChoice {
  readonly value: string;
  readonly label: string;
}

/** A party of the text that is written, in the order of the kind: the first has position 1. */
export interface DraftParty {
  /** Of the organisation or the account; of an agreement there is already, its position. */
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly isPerson: boolean;
}

/** What is chosen of each role, by its code; the own organisation is not among them. */
export type ChosenParties = Readonly<Record<string, readonly PartyChoice[] | undefined>>;

/** Roles in which an organisation may draw agreements of a kind up. */
export function draftingRoles(
  { roles }: DraftedKindFragment,
  organisationKind: OrganisationKind,
): readonly PartyRole[] {
  return roles.filter(
    ({ mayDraft, organisationKinds }) => mayDraft && organisationKinds.includes(organisationKind),
  );
}

/** Roles that are left to be filled beside the own organisation. */
export function openRoles(
  { roles }: DraftedKindFragment,
  ownRole: string | undefined,
): readonly PartyRole[] {
  return roles
    .map((role) =>
      role.code === ownRole
        ? { ...role, minimum: role.minimum - 1, maximum: role.maximum - 1 }
        : role,
    )
    .filter(({ maximum }) => maximum > 0);
}

/** All parties as far as they are known; of its role, the own organisation is the first. */
export function draftParties(
  { roles }: DraftedKindFragment,
  ownRole: string | undefined,
  own: { readonly id: string; readonly name: string },
  chosen: ChosenParties = {},
): readonly DraftParty[] {
  return roles.flatMap(({ code: role, organisationKinds }) => {
    const isPerson = organisationKinds.length === 0;
    const others = (chosen[role] ?? []).map(({ value: id, label: name }) => ({ id, name }));
    const all = role === ownRole ? [own, ...others] : others;
    return all.map(({ id, name }) => ({ id, role, name, isPerson }));
  });
}

/** As the API takes them. */
export function partiesInput(parties: readonly DraftParty[]) {
  return parties.map(({ id, role, isPerson }) => ({
    role,
    ...(isPerson ? { accountId: id } : { organisationId: id }),
  }));
}
