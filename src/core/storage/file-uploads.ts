import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { requestErrors } from '../errors/index.js';
import { FileContent } from './file-content.port.js';
import { nameForType } from './file-name.js';
import { findFilePurpose, MAX_FILE_BYTES } from './file-purposes.js';
import { FILE_TYPES } from './file-types.js';
import { sniffFile } from './sniff-file.js';
import { storageErrors } from './storage.errors.js';
import { StoredFileRepository, type StoredFileRow } from './stored-file.repository.js';

export interface UploadedFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Bytes of all uploads that one process holds at a time; more are asked to come again. */
const MAX_HELD_BYTES = 6 * MAX_FILE_BYTES;

/** Receives the bytes of announced files. Nothing is kept of a file that is refused. */
@Injectable()
export class FileUploads {
  private heldBytes = 0;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: StoredFileRepository,
    private readonly content: FileContent,
  ) {}

  /** Takes exactly as many bytes as were announced, looks at what they are and stores them. */
  async receive(fileId: string, stream: AsyncIterable<Buffer>): Promise<UploadedFile> {
    const file = await this.files.find(fileId);
    const purpose = file && findFilePurpose(file.purpose);
    if (!purpose) throw requestErrors.NOT_FOUND();
    if (this.heldBytes + file.sizeBytes > MAX_HELD_BYTES) throw storageErrors.BUSY();
    this.heldBytes += file.sizeBytes;
    try {
      const bytes = await collect(stream, file.sizeBytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (file.state !== 'AWAITING_UPLOAD') return again(file, sha256);
      const type = await sniffFile(bytes, file.fileName, purpose);
      const { mediaType } = FILE_TYPES[type];
      const fileName = nameForType(file.fileName, type);
      await this.uow.run(async () => {
        const isMine = await this.files.markStored(fileId, { fileName, mediaType, sha256 });
        if (!isMine) throw storageErrors.ALREADY_UPLOADED();
        await this.content.write(fileId, bytes);
      });
      return { id: fileId, fileName, mediaType, sizeBytes: bytes.length, sha256 };
    } finally {
      this.heldBytes -= file.sizeBytes;
    }
  }
}

/** The same bytes sent again, because the first answer was lost, are answered as they were the first time. */
function again(file: StoredFileRow, sha256: string): UploadedFile {
  const { id, fileName, mediaType, sizeBytes } = file;
  if (file.sha256 !== sha256 || mediaType === null) throw storageErrors.ALREADY_UPLOADED();
  return { id, fileName, mediaType, sizeBytes, sha256 };
}

async function collect(stream: AsyncIterable<Buffer>, sizeBytes: number): Promise<Buffer> {
  const bytes = Buffer.alloc(sizeBytes);
  let length = 0;
  for await (const chunk of stream) {
    if (length + chunk.length > sizeBytes) throw storageErrors.SIZE_DIFFERS();
    chunk.copy(bytes, length);
    length += chunk.length;
  }
  if (length !== sizeBytes) throw storageErrors.SIZE_DIFFERS();
  return bytes;
}
