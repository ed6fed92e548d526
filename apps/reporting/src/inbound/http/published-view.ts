import { REASONS, type Reason } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { PublishedBesideOurs } from '../../use-cases/show-a-published-figure.js';

const FIGURE = { oneOf: [{ type: 'number' as const }, { type: 'string' as const }] };

/** A printed figure in a list. */
export class ListedPublishedView {
  @ApiProperty() id!: string;
  @ApiProperty({ description: 'The paper and its day.' }) source!: string;
  @ApiProperty({ example: 'stock' }) kind!: string;
  @ApiProperty({ description: 'Codes, joined by commas.' }) region!: string;
}

/** The answer of `GET /v1/published`. */
export class PublishedListView {
  @ApiProperty({ type: [ListedPublishedView] }) items!: readonly ListedPublishedView[];
}

/** The answer of `GET /v1/published/{id}`. */
export class PublishedView extends ListedPublishedView {
  @ApiProperty({ ...FIGURE, description: 'As printed: persons, rupiah, or a share such as 44,24%.' })
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
}

/** A printed figure beside ours, as JSON. */
export const publishedView = ({ figure, ...beside }: PublishedBesideOurs): PublishedView => ({
  id: figure.id,
  source: figure.source,
  kind: figure.kind,
  region: figure.regions.join(','),
  printedShare: ('printedShare' in figure && figure.printedShare) || null,
  ...beside,
  explanation: beside.reason && REASONS[beside.reason],
});
