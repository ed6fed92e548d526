import type { Clock, Day } from '#libs/kernel';
import { percentText, stateOn, type EventCounts, type EventState } from '../domain/event/conversion.js';
import { insuredEventOf, type InsuredEvent } from '../domain/event/insured-event.js';
import type { Events } from './events.js';

/** How many of those who were insured for an event went on by themselves. */
export interface Conversion extends EventCounts {
  readonly event: string;
  readonly from: Day;
  readonly through: Day;
  readonly state: EventState;
  /** Of the participants, cut to two decimals; `null` while nobody was insured. */
  readonly conversionText: string | null;
}

/** `unknown`: nobody entered the event. `not-insurable`: its days or its organiser are missing. */
export type FoundEvent = InsuredEvent | 'unknown' | 'not-insurable';

export class LookUpEvent {
  constructor(
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async find(code: string): Promise<FoundEvent> {
    const entry = await this.events.find(code);
    return entry === null ? 'unknown' : (insuredEventOf(code, entry) ?? 'not-insurable');
  }

  async conversionOf({ code, from, through }: InsuredEvent): Promise<Conversion> {
    const counts = await this.events.countsOf(code, through);
    return {
      event: code,
      from,
      through,
      state: stateOn({ from, through }, this.clock.today()),
      ...counts,
      conversionText: percentText(counts.wentOn, counts.participants),
    };
  }
}
