import { ApiProperty } from '@nestjs/swagger';

class PointView {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: 'integer' }) persons!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Null without a denominator for the day.' })
  coverage!: number | null;
}

/** The answer of `GET /v1/coverage/series`. */
export class SeriesView {
  @ApiProperty({ type: [PointView] }) points!: readonly PointView[];
  @ApiProperty({ required: false, description: 'What has to be said of protected persons.' }) notice?: string;
}
