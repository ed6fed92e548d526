import { inTurns, type Turn } from '#libs/kernel';
import type { Arrival } from '../../../domain/coverage/history.js';
import { decodeHistory } from '../decode-history.js';
import { encodeHistory } from '../encode-history.js';

const BLOCK_BYTES = 4 * 1024 * 1024;
/** Before each arrival: its length, the sequence that it follows, when it was recorded. */
const HEAD_BYTES = 16;
const FOLLOWS_AT = 4;
const RECORDED_AT = 8;
/** It follows the one below its own. */
const NONE = -1;
/** What a person and the place of an arrival take beside the bytes, about. */
const PLACE_BYTES = 32;

/** An arrival with the instant of its recording, RFC 3339. */
export interface HeldArrival {
  readonly arrival: Arrival;
  readonly recordedAt: string;
}

/**
 * What arrived about many persons, a tenth as large as objects would be: a hundred bytes each. By person in the order of
 * their first arrival, of each person as it came.
 */
export class HeldArrivals {
  private blocks: Buffer[] = [];
  private end = BLOCK_BYTES;
  private readonly places = new Map<string, number[]>();
  private held = 0;

  /** @param turn between two pieces of the work of taking it out again */
  constructor(private readonly turn?: Turn) {}

  get bytes(): number {
    return this.blocks.length * BLOCK_BYTES + this.held * PLACE_BYTES;
  }

  get isEmpty(): boolean {
    return this.held === 0;
  }

  add({ personId, stream, sequence, follows, facts }: Arrival, recordedAt: string): void {
    const content = encodeHistory({ facts, sequences: new Map([[stream, sequence]]) });
    const place = this.reserve(HEAD_BYTES + content.length);
    const block = this.blocks.at(-1)!;
    const at = place % BLOCK_BYTES;
    block.writeUInt32LE(content.length, at);
    block.writeInt32LE(follows ?? NONE, at + FOLLOWS_AT);
    block.writeDoubleLE(Date.parse(recordedAt), at + RECORDED_AT);
    content.copy(block, at + HEAD_BYTES);
    const places = this.places.get(personId);
    if (places === undefined) this.places.set(personId, [place]);
    else places.push(place);
    this.held += 1;
  }

  /** All persons in groups of about so many arrivals, each person whole. */
  async *groups(arrivals: number): AsyncGenerator<ReadonlyMap<string, readonly HeldArrival[]>> {
    let group: (readonly [personId: string, places: readonly number[]])[] = [];
    let count = 0;
    for (const each of this.places) {
      group.push(each);
      count += each[1].length;
      if (count < arrivals) continue;
      yield this.groupOf(group);
      group = [];
      count = 0;
    }
    if (group.length > 0) yield this.groupOf(group);
  }

  private async groupOf(places: readonly (readonly [personId: string, places: readonly number[]])[]) {
    const group = new Map<string, readonly HeldArrival[]>();
    const takeOut = ([personId, each]: (typeof places)[number]) =>
      group.set(
        personId,
        each.map((place) => this.at(personId, place)),
      );
    await inTurns(places, takeOut, this.turn);
    return group;
  }

  /** Makes room; one that fits into no block has a larger one to itself. */
  private reserve(size: number): number {
    if (this.end + size > BLOCK_BYTES) {
      this.blocks.push(Buffer.allocUnsafeSlow(Math.max(BLOCK_BYTES, size)));
      this.end = 0;
    }
    const place = (this.blocks.length - 1) * BLOCK_BYTES + this.end;
    this.end += size;
    return place;
  }

  private at(personId: string, place: number): HeldArrival {
    const block = this.blocks[Math.floor(place / BLOCK_BYTES)]!;
    const at = place % BLOCK_BYTES;
    const from = at + HEAD_BYTES;
    const { facts, sequences } = decodeHistory(block.subarray(from, from + block.readUInt32LE(at)));
    const [[stream, sequence]] = [...sequences] as [[string, number]];
    const follows = block.readInt32LE(at + FOLLOWS_AT);
    const recordedAt = new Date(block.readDoubleLE(at + RECORDED_AT)).toISOString();
    const arrival = { personId, stream, sequence, facts, ...(follows !== NONE && { follows }) };
    return { arrival, recordedAt };
  }
}
