import { Injectable } from '@nestjs/common';
import { requestContext } from '../../../core/context/index.js';
import { BatchLoader, GroupLoader } from '../../../core/graphql/index.js';
import { Agreement, AgreementReader } from '../../agreements/index.js';
import { JobPostingReader, type JobPosting } from '../../job-postings/index.js';
import type { JobFairPlace } from './place.model.js';
import { PlaceReader } from './place.reader.js';

/** The viewer's own organisations at each fair. */
@Injectable()
export class OwnPlaceLoader extends GroupLoader<string, JobFairPlace> {
  constructor(private readonly places: PlaceReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, JobFairPlace[]>> {
    return this.places.ownAt(requestContext().actor, ids);
  }
}

/** Postings each organisation brings that the viewer may know of, in their order. */
@Injectable()
export class PlacePostingLoader extends GroupLoader<string, JobPosting> {
  constructor(
    private readonly places: PlaceReader,
    private readonly postings: JobPostingReader,
  ) {
    super();
  }

  protected override async batch(ids: readonly string[]): Promise<Map<string, JobPosting[]>> {
    const brought = await this.places.postingIdsOf(ids);
    const all = [...new Set([...brought.values()].flat())];
    const postings = await this.postings.findMany(requestContext().actor, all);
    const byId = new Map(postings.map((posting) => [posting.id, posting]));
    return new Map(
      [...brought].map(([place, of]) => [place, of.flatMap((id) => byId.get(id) ?? [])]),
    );
  }
}

/** Agreements that organisations are invited under, as far as the viewer may see them. */
@Injectable()
export class PlaceAgreementLoader extends BatchLoader<string, Agreement> {
  constructor(private readonly agreements: AgreementReader) {
    super();
  }

  protected override async batch(ids: readonly string[]): Promise<Map<string, Agreement>> {
    const rows = await this.agreements.findMany(requestContext().actor, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
