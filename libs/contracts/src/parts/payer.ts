import { IsOptional } from 'class-validator';
import { Is } from '../fields.js';
import { oneOf, text } from '../kinds.js';
import { PAYER_KINDS, type PayerKind } from '../vocabulary.js';

/** Who pays; the code names the employer, organiser, sponsor or government. */
export class Payer {
  @Is(oneOf(PAYER_KINDS)) kind!: PayerKind;
  @IsOptional() @Is(text(64)) code?: string | null;
}
