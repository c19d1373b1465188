import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../core/tasks/index.js';
import { lapseOffers } from './applications.tasks.js';
import { OfferAnswersService } from './offer/offer-answers.service.js';

@Injectable()
export class ApplicationsProcessor {
  constructor(private readonly answers: OfferAnswersService) {}

  @HandlesTask(lapseOffers)
  async lapse(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.answers.lapse(signal);
  }
}
