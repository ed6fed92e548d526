import type { Batch, Day, Outcome } from '#libs/kernel';

/** A gateway's own number of a request, which it gives to one request on a day. */
export interface ExternalId {
  readonly gateway: string;
  readonly day: Day;
  readonly service: string;
  readonly externalId: string;
  /** What the request is about: its repeats are about the same. */
  readonly requestId: string;
}

/** The numbers that requests carried. */
export abstract class ExternalIds {
  /** Happened the first time, ignored for a repeat, refused for another request under the same number. */
  abstract take(batch: Batch<ExternalId>): Promise<readonly Outcome<ExternalId>[]>;
}
