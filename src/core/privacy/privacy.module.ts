import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AppConfig } from '../config/index.js';
import { FieldCipher } from './field-cipher.js';
import { PersonalData } from './personal-data.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    {
      provide: FieldCipher,
      inject: [AppConfig],
      useFactory: ({ env }: AppConfig) => new FieldCipher(env.FIELD_KEYS, env.BLIND_INDEX_KEY),
    },
    PersonalData,
  ],
  exports: [FieldCipher, PersonalData],
})
export class PrivacyModule {}
