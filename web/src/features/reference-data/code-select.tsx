import {
  BrowseIndustries,
  BrowseRegions,
  CollegeByCode,
  IndustryByCode,
  MajorByCode,
  OccupationByCode,
  RegionByCode,
  SuggestColleges,
  SuggestIndustries,
  SuggestMajors,
  SuggestOccupations,
  SuggestRegions,
  type CollegeChoiceFragment,
  type IndustryChoiceFragment,
  type MajorChoiceFragment,
  type OccupationChoiceFragment,
  type RegionChoiceFragment,
} from '@/graphql/generated/features/reference-data/code-select';
import { useText } from '@/shared/i18n/messages';
import { referenceDataMessages } from './reference-data.messages';
import { byText, TypeAheadSelect, type Choice, type CodeSelectProps } from './type-ahead-select';

export { EducationLevelSelect, SkillLevelSelect } from './level-select';

/** A region by its official code. */
export function RegionSelect(props: CodeSelectProps) {
  const text = useText(referenceDataMessages);
  return (
    <TypeAheadSelect
      placeholder={text('region')}
      {...props}
      source={{
        ...byText,
        search: SuggestRegions,
        found: ({ searchRegions }) => searchRegions.map(regionChoice),
        browse: BrowseRegions,
        browsed: ({ regions }) => regions.map(regionChoice),
        byCode: RegionByCode,
        named: ({ region }) => regionChoice(region),
      }}
    />
  );
}

/** An occupation, or a group of them, by its code in the national classification. */
export function OccupationSelect(props: CodeSelectProps) {
  const text = useText(referenceDataMessages);
  return (
    <TypeAheadSelect
      placeholder={text('occupation')}
      {...props}
      source={{
        ...byText,
        search: SuggestOccupations,
        found: ({ searchOccupations }) => searchOccupations.map(classifiedChoice),
        byCode: OccupationByCode,
        named: ({ occupation }) => classifiedChoice(occupation),
      }}
    />
  );
}

/** An industry by its code in the national classification. */
export function IndustrySelect(props: CodeSelectProps) {
  const text = useText(referenceDataMessages);
  return (
    <TypeAheadSelect
      placeholder={text('industry')}
      {...props}
      source={{
        ...byText,
        search: SuggestIndustries,
        found: ({ searchIndustries }) => searchIndustries.map(classifiedChoice),
        browse: BrowseIndustries,
        browsed: ({ industries }) => industries.map(classifiedChoice),
        byCode: IndustryByCode,
        named: ({ industry }) => classifiedChoice(industry),
      }}
    />
  );
}

/** A vocational major by its code in the catalogue. */
export function MajorSelect(props: CodeSelectProps) {
  const text = useText(referenceDataMessages);
  const choice = ({ code, name, level, className }: MajorChoiceFragment): Choice => ({
    code,
    name,
    detail: `${text(`level_${level}`)} · ${className}`,
  });
  return (
    <TypeAheadSelect
      placeholder={text('major')}
      {...props}
      source={{
        ...byText,
        search: SuggestMajors,
        found: ({ searchMajors }) => searchMajors.map(choice),
        byCode: MajorByCode,
        named: ({ major }) => choice(major),
      }}
    />
  );
}

/** A college of the ministry's list by its code, or its id where it has none. */
export function CollegeSelect(props: CodeSelectProps) {
  const text = useText(referenceDataMessages);
  return (
    <TypeAheadSelect
      placeholder={text('college')}
      {...props}
      source={{
        ...byText,
        search: SuggestColleges,
        found: ({ searchColleges }) => searchColleges.map(collegeChoice),
        byCode: CollegeByCode,
        named: ({ college }) => collegeChoice(college),
      }}
    />
  );
}

function regionChoice({ code, displayName, fullName }: RegionChoiceFragment): Choice {
  return { code, name: displayName, detail: fullName === displayName ? null : fullName };
}

function classifiedChoice({
  code,
  name,
  ancestors,
}: OccupationChoiceFragment | IndustryChoiceFragment): Choice {
  return { code, name, detail: ancestors.at(-1)?.name ?? null };
}

function collegeChoice({ id, code, name, city }: CollegeChoiceFragment): Choice {
  return { code: code ?? id, name, detail: city.displayName };
}
