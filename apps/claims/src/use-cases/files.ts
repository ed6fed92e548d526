/** What is known of bytes that were kept. */
export interface KeptFile {
  /** In hex. */
  readonly sha256: string;
  readonly size: number;
}

/** Where the files of evidence lie. They hold what papers hold, health data too, and are reached through claims alone. */
export abstract class Files {
  /** Keeps the bytes under the id, whole or not at all: where they end in an error, nothing is left and it is thrown on. */
  abstract keep(fileId: string, bytes: AsyncIterable<Uint8Array>): Promise<KeptFile>;
  /** The bytes as they are read; null where there is no such file. */
  abstract open(fileId: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Removes the file, if there is one. */
  abstract remove(fileId: string): Promise<void>;
}
