import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { FieldCipher } from './field-cipher.js';
import { parseFieldKeys } from './field-keys.js';

@Global()
@Module({
  providers: [
    {
      provide: FieldCipher,
      inject: [AppConfig],
      useFactory: (config: AppConfig) => new FieldCipher(parseFieldKeys(config.env.FIELD_KEYS)),
    },
  ],
  exports: [FieldCipher],
})
export class PrivacyModule {}
