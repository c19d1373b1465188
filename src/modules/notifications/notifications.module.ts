import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ActivitiesModule } from '../activities/index.js';
import { ApplicationsModule } from '../applications/index.js';
import { IdentityModule } from '../identity/index.js';
import { JobPostingsModule } from '../job-postings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ProfilesModule } from '../profiles/index.js';
import { NotificationDeliveryRepository } from './notification-delivery.repository.js';
import { NotificationDeliveryService } from './notification-delivery.service.js';
import { NotificationEventsController } from './notification-events.controller.js';
import { NotificationFacts } from './notification-facts.service.js';
import { NotificationInbox } from './notification-inbox.service.js';
import { NotificationPreferences } from './notification-preferences.service.js';
import { NotificationReceivers } from './notification-receivers.service.js';
import { NotificationStreamRepository } from './notification-stream.repository.js';
import { NotificationStreams } from './notification-streams.service.js';
import { NotificationWriter } from './notification-writer.service.js';
import { NotificationDeliveryListener, NotificationListener } from './notification.listener.js';
import { NotificationProcessor } from './notification.processor.js';
import { NotificationReader } from './notification.reader.js';
import { NotificationRepository } from './notification.repository.js';
import { NotificationResolver } from './notification.resolver.js';
import { NotificationService } from './notification.service.js';
import { NotificationsPersonalData } from './notifications-personal-data.js';
import { ReceiverActors } from './receiver-actors.service.js';
import { ViewerNotificationsResolver } from './viewer-notifications.resolver.js';

/** Tells people what happened: in the app, by mail and live. It only listens. */
@Module({
  imports: [
    ActivitiesModule,
    ApplicationsModule,
    DiscoveryModule,
    IdentityModule,
    JobPostingsModule,
    OrganisationsModule,
    ProfilesModule,
  ],
  controllers: [NotificationEventsController],
  providers: [
    NotificationDeliveryListener,
    NotificationDeliveryRepository,
    NotificationDeliveryService,
    NotificationFacts,
    NotificationInbox,
    NotificationListener,
    NotificationPreferences,
    NotificationProcessor,
    NotificationReader,
    NotificationReceivers,
    NotificationRepository,
    NotificationResolver,
    NotificationService,
    NotificationStreamRepository,
    NotificationStreams,
    NotificationWriter,
    NotificationsPersonalData,
    ReceiverActors,
    ViewerNotificationsResolver,
  ],
})
export class NotificationsModule {}
