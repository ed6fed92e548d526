import { ApiProperty } from '@nestjs/swagger';

export class PayerBody {
  @ApiProperty({ enum: ['self', 'employer', 'organiser', 'sponsor', 'government'] }) kind!: string;
  @ApiProperty({ type: String, nullable: true }) code!: string | null;
}
