import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { DevelopmentMessagesController } from './development-messages.controller.js';
import { DevelopmentMessagesRepository } from './development-messages.repository.js';
import { DevelopmentMailer } from './development.mailer.js';
import { MailProcessor } from './mail.processor.js';
import { Mailer } from './mailer.js';
import { SmtpMailer } from './smtp.mailer.js';

/** Mail over SMTP where a server is configured, else kept in the development mailbox (production demands a server). */
@Global()
@Module({
  controllers: [DevelopmentMessagesController],
  providers: [
    DevelopmentMessagesRepository,
    MailProcessor,
    {
      provide: Mailer,
      inject: [AppConfig, DevelopmentMessagesRepository],
      useFactory: ({ env }: AppConfig, messages: DevelopmentMessagesRepository): Mailer =>
        env.SMTP_URL === undefined
          ? new DevelopmentMailer(messages)
          : new SmtpMailer({ url: env.SMTP_URL, from: env.MAIL_FROM }),
    },
  ],
  exports: [Mailer, DevelopmentMessagesRepository],
})
export class MailModule {}
