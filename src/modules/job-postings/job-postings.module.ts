import { Module } from '@nestjs/common';
import { ReferenceDataModule } from '../reference-data/index.js';
import { ImportPostingsCommand, UndoImportCommand } from './import/import-postings.command.js';
import { PostingImportReader } from './import/posting-import.reader.js';
import { PostingImportRepository } from './import/posting-import.repository.js';
import { PostingImportService } from './import/posting-import.service.js';

@Module({
  imports: [ReferenceDataModule],
  providers: [
    PostingImportRepository,
    PostingImportReader,
    PostingImportService,
    ImportPostingsCommand,
    UndoImportCommand,
  ],
  exports: [],
})
export class JobPostingsModule {}
