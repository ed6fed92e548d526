import { ApiProperty } from '@nestjs/swagger';
import type { Counted, PartitionProof, Proof } from '../../../use-cases/show-the-proof.js';

const FLAWS = {
  missing: 'the owner says an event that the log does not have here',
  doubled: 'the log has an event here that the owner does not say',
  changed: 'the event differs from the one that the owner says',
  swapped: 'two events are the other way round',
  unstated: 'the owner has not said what lies between',
} as const;

class CountView {
  @ApiProperty({ type: 'integer', description: 'Events, each once.' }) count!: number;
  @ApiProperty({ description: 'Sum of the digests modulo 2⁶⁴, 16 hexadecimal digits.' }) digest!: string;
}

class LogView {
  @ApiProperty({
    type: 'integer',
    description:
      'Messages as they were read since the account began, copies among them; read again, one counts again.',
  })
  count!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Sum of their digests modulo 2⁶⁴, 16 hexadecimal digits; null where some were counted without.',
  })
  digest!: string | null;
  @ApiProperty({
    type: 'integer',
    description: 'Messages up to the position that are no first of their event.',
  })
  copies!: number;
  @ApiProperty({ type: 'integer', description: "Messages that were set aside and are none of the owner's." })
  strangers!: number;
}

class FlawView {
  @ApiProperty({ enum: Object.keys(FLAWS) }) kind!: keyof typeof FLAWS;
  @ApiProperty({ description: 'The same for people.' }) explanation!: string;
  @ApiProperty({ type: 'integer', description: "Which of the owner's events of the partition, from 1." })
  event!: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Its place in the log; null: behind its end.',
  })
  offset!: number | null;
}

class LocatedFlawView extends FlawView {
  @ApiProperty() topic!: string;
  @ApiProperty({ type: 'integer' }) partition!: number;
}

class WaivedView {
  @ApiProperty() topic!: string;
  @ApiProperty({ type: 'integer' }) partition!: number;
  @ApiProperty({ type: 'integer' }) offset!: number;
  @ApiProperty({ description: 'A slug: why it was set aside.' }) reason!: string;
}

class PartitionView {
  @ApiProperty() topic!: string;
  @ApiProperty({ type: 'integer' }) partition!: number;
  @ApiProperty({ type: 'integer', description: 'The next offset to be taken.' }) position!: number;
  @ApiProperty({ type: 'integer', description: 'The next offset of the log.' }) end!: number;
  @ApiProperty({ type: 'integer' }) lag!: number;
  @ApiProperty({ type: CountView, nullable: true, description: 'What was taken; null: nothing yet.' })
  applied!: CountView | null;
  @ApiProperty({ type: LogView }) log!: LogView;
  @ApiProperty({
    type: CountView,
    nullable: true,
    description: 'What the owner said last; null: nothing yet.',
  })
  owner!: CountView | null;
  @ApiProperty({ type: CountView, description: 'As far as the two are the same, event by event.' })
  proven!: CountView;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The offset of the last event that is proven.',
  })
  provenOffset!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) through!: string | null;
}

/** The answer of `GET /v1/proof`. */
export class ProofView {
  @ApiProperty({ description: 'Nothing differs, nothing waits to be looked at, and something is proven.' })
  proven!: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Everything recorded up to here is proven.',
  })
  through!: string | null;
  @ApiProperty({ type: [LocatedFlawView], description: 'Where what was taken is not what was said.' })
  flaws!: readonly LocatedFlawView[];
  @ApiProperty({ type: 'integer', description: 'Messages that wait to be looked at.' }) parked!: number;
  @ApiProperty({ type: [WaivedView], description: 'Messages that were given up: figures do without them.' })
  waived!: readonly WaivedView[];
  @ApiProperty({ type: [PartitionView] }) partitions!: readonly PartitionView[];
}

const HEX_DIGITS = 16;

const countView = ({ events, digest }: Counted): CountView => ({
  count: events,
  digest: BigInt.asUintN(64, digest).toString(16).padStart(HEX_DIGITS, '0'),
});

const NOTHING = { events: 0, digest: 0n, copies: { events: 0, digest: 0n } };

/** The log has what was taken and what came again. */
const logView = ({ applied, proven: { strangers } }: PartitionProof): LogView => {
  const { events, digest, copies } = applied ?? NOTHING;
  const all = countView({ events: events + copies.events, digest: digest + (copies.digest ?? 0n) });
  return { ...all, ...(copies.digest === null && { digest: null }), copies: copies.events, strangers };
};

const partitionView = (of: PartitionProof): PartitionView => ({
  topic: of.topic,
  partition: of.partition,
  position: of.position,
  end: of.end,
  lag: Math.max(0, of.end - of.position),
  applied: of.applied && countView(of.applied),
  log: logView(of),
  owner: of.owner && countView(of.owner),
  proven: countView(of.proven),
  provenOffset: of.proven.offset,
  through: of.proven.recordedThrough,
});

/** How far the figures are proven, as JSON. */
export const proofView = ({ isProven, through, flaws, parked, waived, partitions }: Proof): ProofView => ({
  proven: isProven,
  through,
  flaws: flaws.map((flaw) => ({ ...flaw, explanation: FLAWS[flaw.kind] })),
  parked,
  waived,
  partitions: partitions.map(partitionView),
});
