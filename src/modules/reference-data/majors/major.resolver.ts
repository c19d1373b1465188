import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../../core/auth/index.js';
import { ReferenceReader } from '../reference.reader.js';
import { checkedTypeAhead, TypeAheadArgs } from '../type-ahead/type-ahead.args.js';
import { Major, MajorCategory, MajorLevel } from './major.model.js';

/** The catalogue of vocational majors. */
@Resolver(() => Major)
export class MajorResolver {
  constructor(private readonly reference: ReferenceReader) {}

  @Public()
  @Query(() => [MajorCategory], {
    description:
      'Categories of majors of a level with their classes, by code; at most 25. Requires: nothing.',
  })
  async majorCategories(
    @Args('level', { type: () => MajorLevel, description: 'Level of vocational education.' })
    level: MajorLevel,
  ): Promise<readonly MajorCategory[]> {
    return (await this.reference.tables()).majorCatalogue.categories(level);
  }

  @Public()
  @Query(() => [Major], {
    description:
      'Majors of a class, by code; at most 50; an unknown class is an error. Requires: nothing.',
  })
  async majors(
    @Args('classCode', { type: () => String, description: 'Code of the class, such as 4603.' })
    classCode: string,
  ): Promise<readonly Major[]> {
    return (await this.reference.tables()).majorCatalogue.requireClass(classCode, 'classCode');
  }

  @Public()
  @Query(() => Major, {
    description: 'The major with the code; an unknown code is an error. Requires: nothing.',
  })
  major(
    @Args('code', { type: () => String, description: 'Code, such as 460301.' }) code: string,
  ): Promise<Major> {
    return this.reference.requireMajor(code, 'code');
  }

  @Public()
  @Query(() => [Major], {
    description:
      'Majors for what was typed, best first: by code, name, pinyin or initials. Requires: nothing.',
  })
  async searchMajors(
    @Args() args: TypeAheadArgs,
    @Args('level', {
      type: () => MajorLevel,
      nullable: true,
      description: 'Only majors of this level.',
    })
    level?: MajorLevel | null,
  ): Promise<Major[]> {
    const { text, first } = checkedTypeAhead(args);
    const { majors } = await this.reference.tables();
    return majors.search(text, first, (major) => !level || major.level === level);
  }
}
