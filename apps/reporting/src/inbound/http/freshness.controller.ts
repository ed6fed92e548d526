import { Allow } from '#libs/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Freshness } from '../../use-cases/freshness.js';
import { FreshnessView } from './coverage/coverage-view.js';

class PlaceView {
  @ApiProperty() topic!: string;
  @ApiProperty({ type: 'integer', description: 'The next offset to be taken.' }) position!: number;
  @ApiProperty({ type: 'integer', description: 'The next offset of the log.' }) end!: number;
  @ApiProperty({ type: 'integer' }) lag!: number;
}

class ReadPartitionView extends PlaceView {
  @ApiProperty({ type: 'integer' }) partition!: number;
}

class ReadTopicView extends PlaceView {
  @ApiProperty({
    type: 'integer',
    description: 'For how long a partition has stood still though messages wait; 0: none does.',
  })
  stillMs!: number;
}

class ReadingView extends FreshnessView {
  @ApiProperty({ type: [ReadTopicView], description: 'Offsets of all partitions added up.' })
  topics!: readonly ReadTopicView[];
  @ApiProperty({ type: [ReadPartitionView] }) partitions!: readonly ReadPartitionView[];
}

/** How far the figures are. */
@ApiTags('freshness')
@Controller('v1/freshness')
export class FreshnessController {
  constructor(private readonly freshness: Freshness) {}

  /** Position and end of every partition that is read, how much of each topic that is, and how far the figures are. */
  @Get()
  @Allow('analyst')
  @ApiOkResponse({ type: ReadingView })
  async show(): Promise<ReadingView> {
    const [partitions, figures] = await Promise.all([this.freshness.ofReading(), this.freshness.ofFigures()]);
    return { partitions, topics: this.freshness.ofTopics(partitions), ...figures };
  }
}
