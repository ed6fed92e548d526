import type { Day } from '#libs/kernel';
import type { EventCounts } from '../domain/event/conversion.js';
import type { Entries } from '../domain/register/register.js';

/** Contests and campaigns, as they stand in the register, with those who were insured for them. */
export abstract class Events {
  /** `null` when nobody entered it. */
  abstract find(code: string): Promise<Entries['campaign'] | null>;
  /** @param through the last day of the event */
  abstract countsOf(code: string, through: Day): Promise<EventCounts>;
}
