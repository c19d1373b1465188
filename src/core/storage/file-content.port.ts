/**
 * Port for the bytes of files; what is known about them stays in `stored_files` whatever holds the bytes. The one
 * implementation keeps them in PostgreSQL: written in the transaction of their row, backed up with it, the same for
 * every process. An object store (S3) would implement the same port; since it takes no part in a transaction, `write`
 * would have to finish before the row says `STORED`, and `purge` to remove what a crash left behind.
 */
export abstract class FileContent {
  /** Inside the unit of work that makes the file `STORED`. */
  abstract write(fileId: string, bytes: Buffer): Promise<void>;
  /** The bytes in order, in pieces; nothing when there are none. */
  abstract read(fileId: string): AsyncIterable<Buffer>;
  /** Inside the unit of work that removes the file's row. */
  abstract remove(fileId: string): Promise<void>;
}
