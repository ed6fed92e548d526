/** What kafkajs knows of the batch that a record lies in; numbers of 64 bits are decimal texts. */
export interface BatchContext {
  readonly firstOffset: string;
  readonly firstTimestamp: string;
  readonly magicByte?: number;
  readonly isControlBatch?: boolean;
  /** 1 where the broker's time counts, which is the batch's latest. */
  readonly timestampType?: number;
  readonly maxTimestamp?: string;
}

/** A record as the rest of kafkajs works on it. */
export interface DecodedRecord {
  readonly magicByte: number | undefined;
  readonly attributes: number;
  readonly timestamp: string;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** Of a header that is given twice the last one, as with the Java client. */
  readonly headers: Record<string, Buffer | null>;
  readonly isControlRecord: boolean;
  readonly batchContext: BatchContext;
}

const LOG_APPEND_TIME = 1;

/** An object on which any name may be set, also `__proto__`, and which V8 keeps as fast as a class of its own. */
const Bag = function () {} as unknown as new () => Record<string, Buffer | null>;
Bag.prototype = Object.create(null) as object;

/** The names of headers are the same from record to record, in the same order: each is made once. */
const names: string[] = [];
/** Whoever sends more headers, or longer names, may have them made anew each time. */
const NAMES_MAX = 16;
const NAME_BYTES_MAX = 32;

const isAt = (name: string, buffer: Buffer, at: number): boolean => {
  for (let place = 0; place < name.length; place += 1)
    if (name.charCodeAt(place) !== buffer[at + place]) return false;
  return true;
};

class Reader {
  constructor(
    private readonly buffer: Buffer,
    public at = 0,
  ) {}

  byte(): number {
    const byte = this.buffer[this.at++];
    if (byte === undefined) throw new RangeError('a record ends before it is complete: out of range');
    return byte;
  }

  /** Seven bits to a byte, the sign in the lowest. Numbers here stay below 2⁵³. */
  varInt(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      scale *= 128;
    }
  }

  bytes(): Buffer | null {
    const length = this.varInt();
    if (length < 0) return null;
    this.at += length;
    return this.buffer.subarray(this.at - length, this.at);
  }

  /** Passes over bytes; answers how many they are. */
  skip(): number {
    const length = Math.max(this.varInt(), 0);
    this.at += length;
    if (this.at > this.buffer.length)
      throw new RangeError('a record ends before it is complete: out of range');
    return length;
  }

  headers(): Record<string, Buffer | null> {
    const headers = new Bag();
    const count = this.varInt();
    for (let place = 0; place < count; place += 1) headers[this.name(place)] = this.bytes();
    return headers;
  }

  private name(place: number): string {
    const length = this.varInt();
    const { at } = this;
    this.at += Math.max(length, 0);
    const last = names[place];
    if (last?.length === length && isAt(last, this.buffer, at)) return last;
    const name = this.buffer.toString('utf8', at, this.at);
    if (place < NAMES_MAX && length <= NAME_BYTES_MAX) names[place] = name;
    return name;
  }
}

/** Offsets and instants beyond 2⁵³ are not exact as numbers. */
const sumOf = (first: string, delta: number): string => {
  const sum = Number(first) + delta;
  return Number.isSafeInteger(sum) ? String(sum) : String(BigInt(first) + BigInt(delta));
};

/** The attributes of a record are a signed byte. */
const signed = (byte: number) => (byte << 24) >> 24;

/**
 * A record of version 2 of Kafka's message format, without its length, as kafkajs' own decoder answers it. What it holds is
 * read anew each time that it is asked for: a record that waits for its batch is one stretch of bytes, where a dozen of
 * them, kept by name, would outlive the collections of young objects and cost more than to read them.
 */
export class LogRecord implements DecodedRecord {
  readonly attributes: number;
  readonly offset: string;
  /** Of key, value and headers without their names. */
  readonly size: number;
  private readonly timestampDelta: number;
  private readonly keyAt: number;

  /** Throws where the record ends before it is complete. */
  constructor(
    private readonly bytes: Buffer,
    readonly batchContext: BatchContext,
  ) {
    const reader = new Reader(bytes);
    this.attributes = signed(reader.byte());
    this.timestampDelta = reader.varInt();
    this.offset = sumOf(batchContext.firstOffset, reader.varInt());
    this.keyAt = reader.at;
    let size = reader.skip() + reader.skip();
    for (let left = reader.varInt(); left > 0; left -= 1) {
      reader.skip();
      size += reader.skip();
    }
    this.size = size;
  }

  get magicByte(): number | undefined {
    return this.batchContext.magicByte;
  }

  get isControlRecord(): boolean {
    return this.batchContext.isControlBatch ?? false;
  }

  get timestamp(): string {
    const { firstTimestamp, timestampType, maxTimestamp } = this.batchContext;
    return timestampType === LOG_APPEND_TIME && maxTimestamp
      ? maxTimestamp
      : sumOf(firstTimestamp, this.timestampDelta);
  }

  get key(): Buffer | null {
    return new Reader(this.bytes, this.keyAt).bytes();
  }

  get value(): Buffer | null {
    const reader = new Reader(this.bytes, this.keyAt);
    reader.skip();
    return reader.bytes();
  }

  get headers(): Record<string, Buffer | null> {
    const reader = new Reader(this.bytes, this.keyAt);
    reader.skip();
    reader.skip();
    return reader.headers();
  }
}
