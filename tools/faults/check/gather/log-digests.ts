import { eventDigest } from '#libs/messaging';
import type { Logged } from './log.js';

interface Sum {
  /** The last offset that is in it. */
  readonly upTo: bigint;
  readonly digest: bigint;
}

const nameOf = ({ topic, partition }: Pick<Logged, 'topic' | 'partition'>) => `${topic}/${partition}`;

const digestOf = ({ key, value, header }: Logged): bigint =>
  eventDigest({
    eventId: header('ce_id') ?? '',
    type: header('ce_type') ?? '',
    subject: header('ce_subject') ?? '',
    sequence: header('ce_sequence') ?? '',
    recordedAt: header('ce_time') ?? '',
    key: key ?? '',
    data: value?.toString() ?? '',
  });

/** What the messages of each partition come to, as somebody outside the services reads them: each offset once. */
export class LogDigests {
  private readonly sums = new Map<string, Sum>();

  take(message: Logged): void {
    const name = nameOf(message);
    const { upTo, digest } = this.sums.get(name) ?? { upTo: -1n, digest: 0n };
    if (message.offset <= upTo) return;
    this.sums.set(name, { upTo: message.offset, digest: digest + digestOf(message) });
  }

  /** Modulo 2⁶⁴, signed. */
  of(place: Pick<Logged, 'topic' | 'partition'>): bigint {
    return BigInt.asIntN(64, this.sums.get(nameOf(place))?.digest ?? 0n);
  }
}
