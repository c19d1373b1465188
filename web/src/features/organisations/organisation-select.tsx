import {
  OrganisationById,
  SuggestOrganisations,
  type OrganisationChoiceFragment,
  type OrganisationKind,
  type OrganisationStanding,
} from '@/graphql/generated/features/organisations/organisation-select';
import {
  TypeAheadSelect,
  type Choice,
  type CodeSelectProps,
} from '@/features/reference-data/type-ahead-select';

export type OrganisationSelectProps = CodeSelectProps & {
  /** Which organisations; any when left out. */
  readonly kinds?: readonly OrganisationKind[];
  readonly standings?: readonly OrganisationStanding[];
};

/** An organisation of the platform by its id. */
export function OrganisationSelect({ kinds, standings, ...props }: OrganisationSelectProps) {
  const filter = {
    ...(kinds === undefined ? {} : { kinds: [...kinds] }),
    ...(standings === undefined ? {} : { standings: [...standings] }),
  };
  return (
    <TypeAheadSelect
      {...props}
      source={{
        search: SuggestOrganisations,
        variables: (text) => ({ filter: { ...filter, text } }),
        found: ({ organisations }) => organisations.nodes.map(choice),
        byCode: OrganisationById,
        codeVariables: (id) => ({ id }),
        named: ({ organisation }) => organisation && choice(organisation),
      }}
    />
  );
}

function choice({ id, name, region }: OrganisationChoiceFragment): Choice {
  return { code: id, name, detail: region?.displayName ?? null };
}
