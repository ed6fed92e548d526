/** Messages that no service can take, each for a reason of its own. */
export interface Poison {
  readonly reason: string;
  readonly value: string | null;
  /** Headers that are not the usual ones; null leaves one out. */
  readonly headers: Readonly<Record<string, string | null>>;
}

const DEPTH = 80;

const poison = (reason: string, value: string | null, headers: Poison['headers'] = {}): Poison => ({
  reason,
  value,
  headers,
});

/** Of whatever kind of message: what is made of a good one's text. */
const KINDS: readonly ((good: string) => Poison)[] = [
  (good) => poison('unreadable', good.slice(0, good.length / 2)),
  () => poison('unreadable', ''),
  () => poison('unreadable', '\u0000\u0000\u0001not JSON'),
  () => poison('schema', '{}'),
  () => poison('schema', '[]'),
  () => poison('schema', '"text"'),
  (good) => poison('schema', good.replace('"segment":"BPU"', '"segment":1').replace('"IDR"', '"USD"')),
  () => poison('too-deep', '['.repeat(DEPTH) + ']'.repeat(DEPTH)),
  (good) => poison('forbidden-field', good.replace('{', '{"__proto__":{"a":1},')),
  (good) => poison('unknown-type', good, { ce_type: 'id.cakupan.nobody.knows-this.v1' }),
  (good) => poison('headers-missing', good, { ce_type: null }),
  (good) => poison('headers-missing', good, { ce_time: 'yesterday' }),
];

/** The poison that is made of a good message; the kinds take turns. */
export const poisonOf = (turn: number, good: string): Poison => KINDS[turn % KINDS.length]!(good);
