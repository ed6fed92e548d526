import { describe, expect, it } from '@jest/globals';
import { partitionOf } from './partition-of.js';

/** What `Utils.toPositive(Utils.murmur2(key)) % 12` of Kafka's Java client 4.1.0 answers. */
const BY_THE_JAVA_CLIENT: [key: string, partition: number][] = [
  ['', 9],
  ['a', 4],
  ['ab', 2],
  ['abc', 3],
  ['abcd', 8],
  ['0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01', 8],
  ['8888824000000017', 10],
  ['BJTG-20250110-000171', 9],
  ['33.72.05.1014', 5],
  ['ID', 3],
  ['Sri Rahayu', 6],
  ['ékupän-щ', 1],
  ['7a6d2f0e-5d0e-4c0b-9f52-0f3d8f3d8a01', 3],
];

describe('the partition of a key', () => {
  it.each(BY_THE_JAVA_CLIENT)('%j lies where the Java client puts it', (key, partition) =>
    expect(partitionOf(key)).toBe(partition),
  );

  it('does not depend on whether the key is text or bytes', () =>
    expect(partitionOf(Buffer.from('ékupän-щ'))).toBe(partitionOf('ékupän-щ')));
});
