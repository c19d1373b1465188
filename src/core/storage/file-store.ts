import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/index.js';
import { Clock, Ids, isUuid } from '../clock/index.js';
import { UnitOfWork } from '../database/index.js';
import { requestErrors } from '../errors/index.js';
import { RateLimiter } from '../rate-limit/index.js';
import { FileContent } from './file-content.port.js';
import { FileLinks, type FileLink } from './file-links.js';
import { nameForType, safeFileName } from './file-name.js';
import { findFilePurpose, MAX_FILE_BYTES, type FilePurpose } from './file-purposes.js';
import { FILE_TYPES, type FileType } from './file-types.js';
import { storageErrors } from './storage.errors.js';
import {
  StoredFileRepository,
  type FileSubject,
  type StoredFileRow,
} from './stored-file.repository.js';

export interface UploadRequest {
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Name of a declared purpose. */
  readonly purpose: string;
}

const UPLOADS = { points: 300, perSeconds: 3_600 };

/**
 * Files of the platform. A person announces a file, sends its bytes to a signed link, and names its id in the action
 * that uses it; the action's service calls `attach` in its unit of work. What is never attached is removed after a day.
 * Who may see a file is the business of the record it is attached to: only its module hands out download links.
 */
@Injectable()
export class FileStore {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: StoredFileRepository,
    private readonly content: FileContent,
    private readonly links: FileLinks,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Announces a file; its bytes are then PUT to the link of `uploadLink`. Returns its id. */
  async beginUpload(
    actor: Actor,
    { fileName, sizeBytes, purpose: name }: UploadRequest,
  ): Promise<string> {
    const uploadedBy = uploaderOf(actor);
    const purpose = findFilePurpose(name);
    if (!purpose) throw storageErrors.PURPOSE_UNKNOWN({ field: ['purpose'] });
    if (sizeBytes < 1) throw storageErrors.EMPTY({ field: ['sizeBytes'] });
    if (sizeBytes > purpose.maxBytes) throw tooLarge(purpose);
    await this.limiter.consume('storage.beginUpload', uploadedBy, UPLOADS);
    const id = this.ids.next();
    await this.files.insert({
      ...NEW_FILE,
      id,
      purpose: name,
      fileName: safeFileName(fileName),
      sizeBytes,
      uploadedBy,
      createdAt: this.clock.now(),
    });
    return id;
  }

  uploadLink(fileId: string): FileLink {
    return this.links.toUpload(fileId);
  }

  /** A link that gives the file to whoever has it, for five minutes. The caller has checked who asks. */
  signedDownloadUrl(fileId: string): string {
    return this.links.toDownload(fileId).url;
  }

  downloadLink(fileId: string): FileLink {
    return this.links.toDownload(fileId);
  }

  /**
   * Makes an uploaded file part of a record, inside the unit of work that writes the record. A file of somebody else
   * answers like one that does not exist. Attaching again to the same record changes nothing.
   */
  async attach(
    actor: Actor,
    fileId: string,
    subject: FileSubject & { readonly purpose: FilePurpose; readonly field?: readonly string[] },
  ): Promise<void> {
    if (!this.uow.isOpen) throw new Error('A file is attached inside a unit of work');
    const { subjectType, subjectId, purpose, field = ['fileId'] } = subject;
    const uploadedBy = uploaderOf(actor);
    if (!isUuid(fileId)) throw requestErrors.NOT_FOUND({ field });
    const wanted = { uploadedBy, purpose: purpose.name };
    if (await this.files.markAttached(fileId, wanted, { subjectType, subjectId })) return;
    const file = await this.files.find(fileId);
    if (file?.uploadedBy !== uploadedBy) throw requestErrors.NOT_FOUND({ field });
    if (file.purpose !== purpose.name) throw storageErrors.WRONG_PURPOSE({ field });
    if (file.state === 'AWAITING_UPLOAD') throw storageErrors.NOT_UPLOADED({ field });
    if (file.subjectType !== subjectType || file.subjectId !== subjectId) {
      throw storageErrors.ALREADY_ATTACHED({ field });
    }
  }

  /** Keeps a file the platform made itself, already attached to its record. Inside a unit of work. */
  async save(
    file: FileSubject & {
      readonly fileName: string;
      readonly type: FileType;
      readonly bytes: Buffer;
      readonly purpose: FilePurpose;
    },
  ): Promise<string> {
    if (!this.uow.isOpen) throw new Error('A file is saved inside a unit of work');
    const { fileName, type, bytes, purpose, subjectType, subjectId } = file;
    if (bytes.length < 1 || bytes.length > MAX_FILE_BYTES)
      throw new RangeError('The file is empty or too large');
    const id = this.ids.next();
    await this.files.insert({
      id,
      purpose: purpose.name,
      fileName: nameForType(fileName, type),
      mediaType: FILE_TYPES[type].mediaType,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      state: 'ATTACHED',
      uploadedBy: null,
      subjectType,
      subjectId,
      createdAt: this.clock.now(),
    });
    await this.content.write(id, bytes);
    return id;
  }

  /** What is known about a file; null when there is none. */
  find(fileId: string): Promise<StoredFileRow | null> {
    return isUuid(fileId) ? this.files.find(fileId) : Promise.resolve(null);
  }

  findMany(fileIds: readonly string[]): Promise<StoredFileRow[]> {
    return this.files.findMany(fileIds.filter(isUuid));
  }

  /** All bytes of a finished file, checked against its hash; for imports and for making other documents. */
  async read(fileId: string): Promise<Buffer> {
    const file = await this.find(fileId);
    if (!file || file.state === 'AWAITING_UPLOAD') throw requestErrors.NOT_FOUND();
    const bytes = await this.readUnchecked(fileId);
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
      throw new Error(`File ${fileId} is not what was stored`);
    return bytes;
  }

  /** The bytes as they lie there, none when there are none: for whoever compares them with a hash of its own. */
  async readUnchecked(fileId: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.content.read(fileId)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Removes a file with its bytes, inside the unit of work that removes what it belonged to. */
  async remove(fileId: string): Promise<void> {
    await this.uow.run(async () => {
      await this.content.remove(fileId);
      await this.files.remove(fileId);
    });
  }
}

const NEW_FILE = {
  mediaType: null,
  sha256: null,
  state: 'AWAITING_UPLOAD',
  subjectType: null,
  subjectId: null,
} as const;

function uploaderOf(actor: Actor): string {
  const uploader = actor.accountId ?? actor.apiKeyId;
  if (uploader === null) throw requestErrors.NOT_FOUND();
  return uploader;
}

export function tooLarge(purpose: FilePurpose): Error {
  const maxMegabytes = Math.floor((purpose.maxBytes / 1024 / 1024) * 10) / 10;
  return storageErrors.TOO_LARGE({ field: ['sizeBytes'], params: { maxMegabytes } });
}
