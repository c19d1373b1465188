import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../../core/auth/index.js';
import { ReferenceReader } from '../reference.reader.js';
import { checkedTypeAhead, TypeAheadArgs } from '../type-ahead/type-ahead.args.js';
import { EducationLevel } from './education-level.model.js';
import { SkillLevel } from './skill-level.model.js';

/** The two short ladders: education and vocational skill. */
@Resolver()
export class LevelResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @Public()
  @Query(() => [EducationLevel], {
    description: 'All education levels, by code; at most 50. Requires: nothing.',
  })
  async educationLevels(): Promise<EducationLevel[]> {
    return (await this.reference.tables()).educationLevels.children(null);
  }

  @Public()
  @Query(() => EducationLevel, {
    description:
      'The education level with the code; an unknown code is an error. Requires: nothing.',
  })
  educationLevel(
    @Args('code', { type: () => String, description: 'Code of two digits, such as 31.' })
    code: string,
  ): Promise<EducationLevel> {
    return this.reference.requireEducationLevel(code, 'code');
  }

  @Public()
  @Query(() => [EducationLevel], {
    description:
      'Education levels for what was typed, best first: by code, name, pinyin or initials. Requires: nothing.',
  })
  async searchEducationLevels(@Args() args: TypeAheadArgs): Promise<EducationLevel[]> {
    const { text, first } = checkedTypeAhead(args);
    return (await this.reference.tables()).educationLevels.search(text, first);
  }

  @Public()
  @Query(() => [SkillLevel], {
    description: 'The skill levels from the lowest up; at most 8. Requires: nothing.',
  })
  async skillLevels(): Promise<SkillLevel[]> {
    return (await this.reference.tables()).skillLevels.children(null);
  }

  @Public()
  @Query(() => SkillLevel, {
    description: 'The skill level with the code; an unknown code is an error. Requires: nothing.',
  })
  skillLevel(
    @Args('code', { type: () => String, description: 'Code, such as advanced.' }) code: string,
  ): Promise<SkillLevel> {
    return this.reference.requireSkillLevel(code, 'code');
  }

  @Public()
  @Query(() => [SkillLevel], {
    description:
      'Skill levels for what was typed, best first: by code, name in Chinese or English, pinyin or initials. Requires: nothing.',
  })
  async searchSkillLevels(@Args() args: TypeAheadArgs): Promise<SkillLevel[]> {
    const { text, first } = checkedTypeAhead(args);
    return (await this.reference.tables()).skillLevels.search(text, first);
  }
}
