import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { DevelopmentMessagesRepository, Mailer } from '../mail/index.js';
import { DeliveringCodeSender } from './delivering-code-sender.js';
import { OneTimeCodeSender } from './one-time-code-sender.js';
import { SmsGateway } from './sms-gateway.port.js';

@Global()
@Module({
  providers: [
    {
      provide: OneTimeCodeSender,
      inject: [
        AppConfig,
        Mailer,
        DevelopmentMessagesRepository,
        { token: SmsGateway, optional: true },
      ],
      useFactory: (
        config: AppConfig,
        mailer: Mailer,
        messages: DevelopmentMessagesRepository,
        gateway?: SmsGateway,
      ) => new DeliveringCodeSender(mailer, gateway ?? null, config.isProduction ? null : messages),
    },
  ],
  exports: [OneTimeCodeSender],
})
export class OneTimeCodesModule {}
