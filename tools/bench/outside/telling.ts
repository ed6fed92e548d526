/** What a reader outside is to read, and what of it goes into its digest. */
export interface Telling {
  readonly brokers: readonly string[];
  readonly topics: readonly string[];
  /** Where to begin: by `topic/partition` the offset. */
  readonly from: Readonly<Record<string, string>>;
  /** By event type the fields whose values, put together, make the text of the digest; others are only counted. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** The field that is added up, if any. */
  readonly amount?: string;
  /** Put the id of each message into the digest, instead of fields. */
  readonly byId?: boolean;
  /** So many messages are awaited. */
  readonly awaited: number;
}
