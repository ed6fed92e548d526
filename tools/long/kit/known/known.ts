/** What is known of one operation of a running system. */
export interface Known {
  /** Values for the parts of its path, by name. */
  readonly path?: Readonly<Record<string, string>>;
  /** Values that make a good query, by name; others are sent beside them. */
  readonly query?: Readonly<Record<string, string>>;
  /** Headers that every request carries, such as a signature over the body that is known. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A body that it accepts. */
  readonly body?: object | string;
}

/** By method and path as the document names them, such as `GET /v1/claims/{id}`. */
export type KnownOperations = Readonly<Record<string, Known>>;
