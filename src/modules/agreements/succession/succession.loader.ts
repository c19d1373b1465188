import { Injectable } from '@nestjs/common';
import { requestContext } from '../../../core/context/index.js';
import { BatchLoader } from '../../../core/graphql/index.js';
import { SuccessorReader, type Succession } from './successor.reader.js';

@Injectable()
export class SuccessionLoader extends BatchLoader<string, Succession> {
  constructor(private readonly successors: SuccessorReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, Succession>> {
    return this.successors.successionOf(requestContext().actor, ids);
  }
}
