import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { FileContent } from './file-content.port.js';

const CHUNK_BYTES = 256 * 1024;
const CHUNKS_PER_STATEMENT = 8;

/** Bytes in rows of 256 KB. */
@Injectable()
export class PostgresFileContent extends FileContent {
  constructor(private readonly uow: UnitOfWork) {
    super();
  }

  override async write(fileId: string, bytes: Buffer): Promise<void> {
    const count = Math.ceil(bytes.length / CHUNK_BYTES);
    const chunks = Array.from({ length: count }, (_, ordinal) => ({
      file_id: fileId,
      ordinal,
      bytes: bytes.subarray(ordinal * CHUNK_BYTES, (ordinal + 1) * CHUNK_BYTES),
    }));
    for (let at = 0; at < count; at += CHUNKS_PER_STATEMENT) {
      await this.uow.sql
        .insertInto('stored_file_chunks')
        .values(chunks.slice(at, at + CHUNKS_PER_STATEMENT))
        .execute();
    }
  }

  override async *read(fileId: string): AsyncGenerator<Buffer> {
    for (let ordinal = 0; ; ordinal += 1) {
      const chunk = await this.uow.sql
        .selectFrom('stored_file_chunks')
        .select('bytes')
        .where('file_id', '=', fileId)
        .where('ordinal', '=', ordinal)
        .executeTakeFirst();
      if (!chunk) return;
      yield chunk.bytes;
    }
  }

  override async remove(fileId: string): Promise<void> {
    await this.uow.sql.deleteFrom('stored_file_chunks').where('file_id', '=', fileId).execute();
  }
}
