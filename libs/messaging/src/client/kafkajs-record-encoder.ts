type Bytes = Buffer | string | null;

/** What kafkajs asks its record encoder for. */
export interface RecordToEncode {
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
  readonly key?: Bytes;
  readonly value?: Bytes;
  readonly headers?: Readonly<Record<string, Bytes | readonly Bytes[]>>;
}

/** Seven bits to a byte, the sign in the lowest. */
const zigZag = (value: number) => (value >= 0 ? value * 2 : -value * 2 - 1);

const sizeOfVarInt = (value: number): number => {
  let bytes = 1;
  for (let rest = zigZag(value); rest > 127; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
};

const lengthOf = (value: Bytes | undefined): number => (value == null ? -1 : Buffer.byteLength(value));

const sizeOfBytes = (value: Bytes | undefined): number => {
  const length = lengthOf(value);
  return sizeOfVarInt(length) + Math.max(length, 0);
};

/** Fills a buffer of a size that is known beforehand. */
class Writer {
  private at = 0;

  constructor(readonly buffer: Buffer) {}

  byte(value: number): void {
    this.buffer[this.at] = value;
    this.at += 1;
  }

  varInt(value: number): void {
    let rest = zigZag(value);
    for (; rest > 127; rest = Math.floor(rest / 128)) this.byte((rest % 128) + 128);
    this.byte(rest);
  }

  bytes(value: Bytes | undefined): void {
    this.varInt(lengthOf(value));
    if (typeof value === 'string') this.at += this.buffer.write(value, this.at);
    else if (value) this.at += value.copy(this.buffer, this.at);
  }
}

const listed = (headers: RecordToEncode['headers']): [name: string, value: Bytes][] =>
  Object.entries(headers ?? {}).flatMap(([name, value]): [string, Bytes][] =>
    typeof value === 'object' && value !== null && !Buffer.isBuffer(value)
      ? value.map((one): [string, Bytes] => [name, one])
      : [[name, value]],
  );

/** A record of version 2 of Kafka's message format, shaped as kafkajs' own encoder answers it. */
export const encodeRecord = (record: RecordToEncode): { buf: Buffer; buffer: Buffer } => {
  const { offsetDelta = 0, timestampDelta = 0, key, value } = record;
  const headers = listed(record.headers);
  let size =
    1 + sizeOfVarInt(timestampDelta) + sizeOfVarInt(offsetDelta) + sizeOfBytes(key) + sizeOfBytes(value);
  size += sizeOfVarInt(headers.length);
  for (const [name, content] of headers) size += sizeOfBytes(name) + sizeOfBytes(content);

  const writer = new Writer(Buffer.allocUnsafe(sizeOfVarInt(size) + size));
  writer.varInt(size);
  writer.byte(0); // attributes: none is in use
  writer.varInt(timestampDelta);
  writer.varInt(offsetDelta);
  writer.bytes(key);
  writer.bytes(value);
  writer.varInt(headers.length);
  for (const [name, content] of headers) {
    writer.bytes(name);
    writer.bytes(content);
  }
  return { buf: writer.buffer, buffer: writer.buffer };
};
