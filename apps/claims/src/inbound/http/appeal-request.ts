import { Is, kinds } from '#libs/contracts';

/** Why somebody does not accept a rejection. */
export class AppealRequest {
  /** May hold health data; it stays in this service. */
  @Is(kinds.text(2_000)) why!: string;
}
