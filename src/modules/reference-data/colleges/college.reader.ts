import { Injectable } from '@nestjs/common';
import { enumLabel, UnitOfWork } from '../../../core/database/index.js';
import { countRows, keysetPage, type Connection } from '../../../core/graphql/index.js';
import { ReferenceReader } from '../reference.reader.js';
import { withinRegion } from '../regions/within-region.js';
import type { CollegesArgs, SearchCollegesArgs } from './college.args.js';
import type { College } from './college.model.js';

/** Lists of colleges; single ones are answered by `ReferenceReader`. */
@Injectable()
export class CollegeReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reference: ReferenceReader,
  ) {}

  /** A page in the order of the ministry's list. */
  async list(args: CollegesArgs): Promise<Connection<College>> {
    const tables = await this.reference.tables();
    let query = this.uow.sql.selectFrom('colleges').where('is_current', '=', true);
    if (args.regionCode) {
      const region = tables.regions.require(args.regionCode, 'regionCode');
      query = query.where(withinRegion('colleges.city_id', region.id));
    }
    if (args.level) query = query.where('level', '=', enumLabel(args.level));
    return keysetPage(query.select('colleges.id'), {
      args,
      orderBy: [
        { column: 'colleges.sort', direction: 'asc', type: 'int' },
        { column: 'colleges.id', direction: 'asc', type: 'uuid' },
      ],
      map: (row) => tables.colleges.require(row.id, 'id'),
      count: () => countRows(query),
    });
  }

  /** Suggestions for what was typed; `search` gets checked arguments. */
  async search(
    { text, first }: { text: string; first: number },
    { regionCode, level }: Pick<SearchCollegesArgs, 'regionCode' | 'level'>,
  ): Promise<College[]> {
    const { colleges, regions } = await this.reference.tables();
    const region = regionCode ? regions.require(regionCode, 'regionCode') : null;
    return colleges.search(
      text,
      first,
      (college) =>
        (!level || college.level === level) &&
        (!region || regions.tree.isWithin(college.cityId, region.id)),
    );
  }
}
