import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { EventContract } from '#libs/contracts';
import { partitionOf } from '#libs/messaging';
import { outgoing } from '#libs/testing';

/** A message as it goes to the broker: good ones and others. */
export interface Raw {
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string | Buffer>>;
}

const UUID = /^[0-9a-f-]{36}$/;
const NUMBER = /^\d{10,}$/;
/** The serial number at the end of a NIK; what stands before it are a region and a birth date. */
const NIK_SERIAL_DIGITS = 4;
const SERIAL_DIGITS = 8;
const TOKEN = /^[\w-]{43}$/;

const digits = (count: number) => String(randomInt(10 ** count)).padStart(count, '0');

/** Another text of the same kind, if this one tells an aggregate from others. */
const renamed = (name: string, text: string, identifies: (text: string) => boolean): string => {
  if (UUID.test(text)) return randomUUID();
  if (TOKEN.test(text)) return randomBytes(32).toString('base64url');
  const serialDigits = name === 'nik' ? NIK_SERIAL_DIGITS : SERIAL_DIGITS;
  if (NUMBER.test(text)) return `${text.slice(0, -serialDigits)}${digits(serialDigits)}`;
  return identifies(text) ? `${text}-${randomBytes(4).toString('hex')}` : text;
};

const mapTexts = (value: unknown, change: (name: string, text: string) => string, name = ''): unknown => {
  if (typeof value === 'string') return change(name, value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, mapTexts(inner, change, field)]),
  );
};

/** The contract's example about somebody new. */
const anew = (contract: EventContract): object => {
  const { example } = contract;
  const parts = [contract.key(example), ...contract.subject(example).split('/').slice(1)];
  const known = new Map<string, string>();
  const change = (name: string, text: string) => {
    const other = known.get(text) ?? renamed(name, text, (one) => parts.includes(one));
    known.set(text, other);
    return other;
  };
  return mapTexts(example, change) as object;
};

/** Valid content about somebody new whose key lies in the partition. */
export const contentIn = (contract: EventContract, partition: number): object => {
  for (;;) {
    const content = anew(contract);
    if (partitionOf(contract.key(content), contract.topic.partitions) === partition) return content;
  }
};

/** Other valid content of the same key; of the same subject too, where the two are one. */
export const contentOfKey = (contract: EventContract, key: string): object => {
  const content = anew(contract);
  const own = contract.key(content);
  const parts = new Map([
    [own, key],
    ...own.split('/').map((part, place) => [part, key.split('/')[place]!] as const),
  ]);
  return mapTexts(content, (_name, text) => parts.get(text) ?? text) as object;
};

/** The content as its writer would send it. */
export const rawOf = (contract: EventContract, content: object, sequence: number): Raw => {
  const { key, value, headers } = outgoing(contract, content, { sequence });
  return { key, value: Buffer.from(String(value)), headers };
};
