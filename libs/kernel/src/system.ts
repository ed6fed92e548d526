import { Clock, Ids } from './clock.js';
import { jakartaDay, type Day } from './day.js';

/** The ordinary clock: what is recorded is recorded now, whatever the message says. */
export class MachineClock extends Clock {
  override recordedAt(_statedAt: string | null): string {
    return new Date().toISOString();
  }
  override today(): Day {
    return jakartaDay(new Date().toISOString());
  }
}

/** The story clock: a message is recorded at the instant it states; today is the story's last day. */
export class StoryClock extends Clock {
  constructor(private readonly lastDay: Day) {
    super();
  }
  /** Without a stated instant: the story's last day, at the machine's time of day in Jakarta. */
  override recordedAt(statedAt: string | null): string {
    if (statedAt !== null) return new Date(statedAt).toISOString();
    const timeInJakarta = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(11, 23);
    return new Date(`${this.lastDay}T${timeInJakarta}+07:00`).toISOString();
  }
  override today(): Day {
    return this.lastDay;
  }
}

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, then the chance of a UUIDv4, whose pool of random bytes is cheap. */
export class UuidV7Ids extends Ids {
  override next(): string {
    const time = Date.now().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
  }
}
