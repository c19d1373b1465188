import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { ApplicationSteps } from '../application/application-steps.service.js';
import { noteShared } from '../application/application.events.js';
import { noteSchema, type AddApplicationNoteInput } from './note.model.js';
import { NoteRepository } from './note.repository.js';

@Injectable()
export class NoteService {
  constructor(
    private readonly notes: NoteRepository,
    private readonly steps: ApplicationSteps,
  ) {}

  async add(actor: Actor, input: AddApplicationNoteInput): Promise<string> {
    const { applicationId, visibility, body } = parseInput(noteSchema, input);
    const { application } = await this.steps.require(actor, applicationId, 'EMPLOYER');
    const authorId = actingAccount(actor);
    await this.notes.insert({ applicationId, visibility, body, authorId });
    if (visibility === 'SHARED') await this.steps.tell(noteShared, application, {});
    return applicationId;
  }
}
