import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** What went through an account, in rupiah. */
export class LedgerAccountBody {
  @ApiProperty({ example: 'contributions:JKK' }) account!: string;
  @ApiProperty() debits!: number;
  @ApiProperty() credits!: number;
  @ApiProperty({ description: 'Debits less credits.' }) balance!: number;
}

export class LedgerAccountsBody {
  @ApiProperty({ type: [LedgerAccountBody] }) items!: readonly LedgerAccountBody[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** The same money added up twice, in rupiah. */
export class ComparisonBody {
  @ApiProperty({ description: 'From the accounts of the ledger.' }) accounts!: number;
  @ApiProperty({ description: 'From the lines of payments.' }) lines!: number;
}

/** Something that is not as it was written, and where. */
export class LedgerFaultBody {
  @ApiProperty({
    enum: ['altered', 'surplus', 'missing', 'account-differs'],
    description:
      'An entry that is not what its hash was taken of; one that the ledger has not written, as when it stands there twice; entries that are not there; sums kept for an account that are not those of its postings.',
  })
  kind!: string;
  @ApiProperty({ description: 'Entries are numbered in lanes, which are written to side by side.' })
  lane!: number;
  @ApiPropertyOptional({ description: 'Of the entry in its lane; of the first that is missing.' })
  number?: number;
  @ApiPropertyOptional({ description: 'The last one in a row that is missing.' }) throughNumber?: number;
  @ApiPropertyOptional() gateway?: string;
  @ApiPropertyOptional() paymentId?: string;
  @ApiPropertyOptional({ description: 'Whose sums differ.' }) account?: string;
}

export class LedgerProofBody {
  @ApiProperty() entries!: number;
  @ApiProperty({ description: 'Rupiah, added up from all entries.' }) debits!: number;
  @ApiProperty({ description: 'Rupiah, added up from all entries.' }) credits!: number;
  @ApiProperty({ description: 'Debits equal credits, and the accounts’ sums are those of the entries.' })
  balanced!: boolean;
  @ApiProperty({ description: 'Nothing at all is wrong.' }) proven!: boolean;
  @ApiProperty({ type: ComparisonBody, description: 'Funds of the programmes, and what was contributed.' })
  contributions!: ComparisonBody;
  @ApiProperty({ type: ComparisonBody, description: 'What employers paid for paying late.' })
  lateFees!: ComparisonBody;
  @ApiProperty({ type: ComparisonBody, description: 'Money that pays for nobody yet.' })
  owed!: ComparisonBody;
  @ApiProperty({ type: [LedgerFaultBody], description: 'At most 100.' }) faults!: readonly LedgerFaultBody[];
  @ApiProperty({
    description:
      'A hash over the heads of all lanes: whoever keeps it can tell later whether the past was rewritten.',
  })
  head!: string;
}
