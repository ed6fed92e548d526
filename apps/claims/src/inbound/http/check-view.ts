import { REASONS } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import type { Check } from '../../use-cases/claims.js';

class RuleView {
  @ApiProperty({ example: 'covered-on-the-day' }) rule!: string;
  @ApiProperty({ enum: ['holds', 'broken', 'noted'], description: 'Broken: the claim cannot be approved.' })
  verdict!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Why it does not hold.' }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The reason in words.' })
  explanation!: string | null;
}

class CoverView {
  @ApiProperty({ format: 'uuid' }) contributionId!: string;
  @ApiProperty() segment!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date', description: 'Included.' }) through!: string;
  @ApiProperty({ format: 'date' }) paidOn!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When it was heard of.' })
  knownOn!: string | null;
  @ApiProperty({ description: 'Paid for the days of an event alone.' }) eventCover!: boolean;
}

export class LineView {
  @ApiProperty() label!: string;
  @ApiProperty({ type: 'integer' }) amountRupiah!: number;
  @ApiProperty({ description: 'The rule that the line follows.' }) rule!: string;
}

class AmountView {
  @ApiProperty({ enum: ['computed', 'entered'], description: 'Entered: by an adjuster, with the decision.' })
  kind!: string;
  @ApiProperty({ type: 'integer', nullable: true }) amountRupiah!: number | null;
  @ApiProperty({ type: [LineView] }) calculation!: readonly LineView[];
}

/** Which rules hold, the cover on the day of the event, the amount with its calculation. */
export class CheckView {
  @ApiProperty({ type: [RuleView] }) rules!: readonly RuleView[];
  @ApiProperty({ type: CoverView, nullable: true }) cover!: CoverView | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Insured a month, in rupiah.' })
  basisRupiah!: number | null;
  @ApiProperty() amount!: AmountView;
}

/** What is shown of a check. */
export const checkView = ({ rules, cover, basisRupiah, amount }: Check): CheckView => ({
  rules: rules.map((rule) => ({ ...rule, explanation: rule.reason && REASONS[rule.reason] })),
  cover,
  basisRupiah,
  amount: amount.kind === 'computed' ? amount : { kind: 'entered', amountRupiah: null, calculation: [] },
});
