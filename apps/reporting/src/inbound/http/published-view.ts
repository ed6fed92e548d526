import { SEGMENTS } from '#libs/contracts';
import { REASONS, type Reason } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { FigureInPrint } from '../../use-cases/published-figures.js';
import { TARGET_KINDS } from '../../use-cases/reference-ledger.js';
import { ALONGSIDE, type PublishedBesideOurs } from '../../use-cases/show-a-published-figure.js';
import { FreshnessView } from './coverage/coverage-view.js';

const FIGURE = { oneOf: [{ type: 'number' as const }, { type: 'string' as const }] };

const WORDS = { type: String, nullable: true } as const;
const DAY = { ...WORDS, format: 'date' } as const;

class ArticleView {
  @ApiProperty() paper!: string;
  @ApiProperty({ format: 'date' }) publishedOn!: string;
  @ApiProperty({ description: 'As printed.' }) title!: string;
}

/** A printed figure in a list. */
export class ListedPublishedView {
  @ApiProperty() id!: string;
  @ApiProperty({ description: 'The paper and its day.' }) source!: string;
  @ApiProperty({ type: ArticleView }) article!: ArticleView;
  @ApiProperty({ example: 'stock' }) kind!: string;
  @ApiProperty({ description: 'Codes, joined by commas.' }) region!: string;
  @ApiProperty({ enum: SEGMENTS, nullable: true }) segment!: string | null;
  @ApiProperty({ ...WORDS, description: 'Which members are counted.', example: 'active-members' })
  measure!: string | null;
  @ApiProperty({ ...WORDS, description: 'Whom a count of people counts, in the words of the paper.' })
  definition!: string | null;
  @ApiProperty({
    enum: TARGET_KINDS,
    nullable: true,
    description: 'What a target asks for; coverage as a ratio.',
  })
  targetKind!: string | null;
  @ApiProperty({ ...WORDS, description: 'Of a number that is about a kind of channel.', example: 'event' })
  channel!: string | null;
  @ApiProperty(DAY) asOf!: string | null;
  @ApiProperty(DAY) from!: string | null;
  @ApiProperty(DAY) through!: string | null;
}

/** The answer of `GET /v1/published`. */
export class PublishedListView {
  @ApiProperty({ type: [ListedPublishedView] }) items!: readonly ListedPublishedView[];
}

/** A number that was printed along with a figure. */
export class AlongsideView {
  @ApiProperty({ enum: ALONGSIDE }) what!: (typeof ALONGSIDE)[number];
  @ApiProperty({ type: 'integer' }) printed!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'What events say; never 0.' })
  ours!: number | null;
}

/** The answer of `GET /v1/published/{id}`. */
export class PublishedView extends ListedPublishedView {
  @ApiProperty({
    ...FIGURE,
    description: 'As printed: persons, rupiah, the ratio of a coverage target, or a share such as 44,24%.',
  })
  printed!: string | number;
  @ApiProperty({ type: String, nullable: true, description: 'A share that was printed with the number.' })
  printedShare!: string | null;
  @ApiProperty({ ...FIGURE, nullable: true, description: 'What events say of the same day; never 0.' })
  ours!: string | number | null;
  @ApiProperty({ type: String, nullable: true, description: 'A slug: why there is none of ours.' })
  reason!: Reason | null;
  @ApiProperty({ type: String, nullable: true, description: 'The same for people.' })
  explanation!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Ours less the printed; of shares, percentage points.',
  })
  difference!: number | null;
  @ApiProperty({ ...FIGURE, nullable: true, description: 'Worked out again from what was printed with it.' })
  recomputed!: string | number | null;
  @ApiProperty({
    type: [AlongsideView],
    description: 'What the paper printed along with it; mostly nothing.',
  })
  alongside!: readonly AlongsideView[];
  @ApiProperty({ type: FreshnessView }) freshness!: FreshnessView;
}

type Said = 'segment' | 'measure' | 'definition' | 'targetKind' | 'channel' | 'asOf' | 'from' | 'through';

/** A printed figure of a list, as JSON; what its kind does not say is null. */
export const listedPublishedView = ({ figure, article }: FigureInPrint): ListedPublishedView => {
  const { id, source, kind, regions } = figure;
  const said: Partial<Record<Said, string | null>> = figure;
  return {
    id,
    source,
    article,
    kind,
    region: regions.join(','),
    segment: said.segment ?? null,
    measure: said.measure ?? null,
    definition: said.definition ?? null,
    targetKind: said.targetKind ?? null,
    channel: said.channel ?? null,
    asOf: said.asOf ?? null,
    from: said.from ?? null,
    through: said.through ?? null,
  };
};

/** A printed figure beside ours, as JSON. */
export const publishedView = ({
  figure,
  article,
  ...beside
}: PublishedBesideOurs): Omit<PublishedView, 'freshness'> => ({
  ...listedPublishedView({ figure, article }),
  printedShare: ('printedShare' in figure && figure.printedShare) || null,
  ...beside,
  explanation: beside.reason && REASONS[beside.reason],
});
