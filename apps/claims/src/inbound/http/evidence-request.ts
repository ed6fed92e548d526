import { Is, kinds } from '#libs/contracts';
import { IsOptional } from 'class-validator';

/** A document or finding that came in. */
export class EvidenceRequest {
  @Is(kinds.day) receivedOn!: string;
  /** May hold health data; it stays in this service. */
  @IsOptional() @Is(kinds.text(2_000)) note?: string | null;
}
