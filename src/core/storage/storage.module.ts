import { Global, Module } from '@nestjs/common';
import { DownloadAudit } from './download-audit.service.js';
import { FileContent } from './file-content.port.js';
import { FileLinks } from './file-links.js';
import { FileStore } from './file-store.js';
import { FileUploadResolver } from './file-upload.resolver.js';
import { FileUploads } from './file-uploads.js';
import { FilesController } from './files.controller.js';
import { PostgresFileContent } from './postgres-file-content.js';
import { StorageProcessor } from './storage.processor.js';
import { StoredFileRepository } from './stored-file.repository.js';
import { UploadStream } from './upload-stream.js';

@Global()
@Module({
  controllers: [FilesController],
  providers: [
    DownloadAudit,
    FileStore,
    FileUploads,
    FileUploadResolver,
    FileLinks,
    StoredFileRepository,
    { provide: FileContent, useClass: PostgresFileContent },
    StorageProcessor,
    UploadStream,
  ],
  exports: [FileStore, FileLinks],
})
export class StorageModule {}
