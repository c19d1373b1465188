import { Global, Module } from '@nestjs/common';
import { BulkImporter } from './bulk-importer.js';

@Global()
@Module({ providers: [BulkImporter], exports: [BulkImporter] })
export class BulkImportModule {}
