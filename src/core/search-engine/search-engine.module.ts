import { Global, Module } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { MeilisearchAdapter } from './meilisearch.adapter.js';
import { SearchEngine } from './search-engine.port.js';

@Global()
@Module({
  providers: [
    {
      provide: SearchEngine,
      inject: [AppConfig],
      useFactory: ({ env }: AppConfig) =>
        new MeilisearchAdapter({
          url: env.MEILI_URL,
          apiKey: env.MEILI_MASTER_KEY,
          prefix: env.SEARCH_INDEX_PREFIX,
        }),
    },
  ],
  exports: [SearchEngine],
})
export class SearchEngineModule {}
