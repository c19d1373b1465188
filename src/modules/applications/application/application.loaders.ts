import { Injectable } from '@nestjs/common';
import { GroupLoader } from '../../../core/graphql/index.js';
import { InterviewRepository } from '../interview/interview.repository.js';
import type { Interview } from '../interview/interview.model.js';
import type { ApplicationNote } from '../note/note.model.js';
import { NoteRepository } from '../note/note.repository.js';
import type { Offer } from '../offer/offer.model.js';
import { OfferRepository } from '../offer/offer.repository.js';
import type { ApplicationHistoryEntry } from './application.model.js';
import { ApplicationReader } from './application.reader.js';

@Injectable()
export class ApplicationHistoryLoader extends GroupLoader<string, ApplicationHistoryEntry> {
  constructor(private readonly applications: ApplicationReader) {
    super();
  }

  protected override batch(
    ids: readonly string[],
  ): Promise<Map<string, ApplicationHistoryEntry[]>> {
    return this.applications.historyOf(ids);
  }
}

@Injectable()
export class InterviewLoader extends GroupLoader<string, Interview> {
  constructor(private readonly interviews: InterviewRepository) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, Interview[]>> {
    return this.interviews.interviewsOf(ids);
  }
}

@Injectable()
export class OfferLoader extends GroupLoader<string, Offer> {
  constructor(private readonly offers: OfferRepository) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, Offer[]>> {
    return this.offers.offersOf(ids);
  }
}

@Injectable()
export class NoteLoader extends GroupLoader<string, ApplicationNote> {
  constructor(private readonly notes: NoteRepository) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, ApplicationNote[]>> {
    return this.notes.notesOf(ids);
  }
}
