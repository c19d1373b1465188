import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FileLinks } from '../../../core/storage/index.js';
import { Agreement } from '../agreement/agreement.model.js';
import { CALENDARS_PATH } from './agreement-calendar.controller.js';
import { hasCalendar } from './agreement-calendars.service.js';

@Resolver(() => Agreement)
export class AgreementCalendarResolver {
  constructor(private readonly links: FileLinks) {}

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Where its first and last day and what is due can be fetched for a calendar, with reminders, for five minutes; null before all have signed and once it is over.',
  })
  calendarUrl(@Parent() agreement: Agreement): string | null {
    return hasCalendar(agreement) ? this.links.toMade(CALENDARS_PATH, agreement.id).url : null;
  }
}
