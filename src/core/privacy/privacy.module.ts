import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { FieldCipher } from './field-cipher.js';

@Global()
@Module({
  providers: [
    {
      provide: FieldCipher,
      inject: [AppConfig],
      useFactory: ({ env }: AppConfig) => new FieldCipher(env.FIELD_KEYS, env.BLIND_INDEX_KEY),
    },
  ],
  exports: [FieldCipher],
})
export class PrivacyModule {}
