import { END_REASONS, Has, Is, kinds, MemberChanges, type EndReason } from '#libs/contracts';

/** Terms that are others from a day on. What is absent or null stays as it was. */
export class ChangeRequest {
  /** The first day on which they hold; it may lie in the past. */
  @Is(kinds.day) effectiveOn!: string;
  @Has(() => MemberChanges) changes!: MemberChanges;
}

/** The end of a membership. */
export class EndRequest {
  /** The first day on which it no longer is; for a death, the day of death. */
  @Is(kinds.day) endedOn!: string;
  @Is(kinds.oneOf(END_REASONS)) reason!: EndReason;
}
