import { setImmediate as untilIdle, setTimeout as sleep } from 'node:timers/promises';

/** After an answer with all that there was the next one is asked for so much later. */
const REST_MS = 25;

/**
 * Holds up who asks a broker for more and is not behind. A question and its answer cost both sides as much for one message
 * as for a thousand, since each names every partition: in a stream that comes in drops they would be most of the work.
 */
export class RestBetweenAnswers {
  private isBehind = false;
  private resting: Promise<void> | null = null;

  constructor(private readonly pause: () => Promise<unknown> = () => sleep(REST_MS)) {}

  /**
   * A partition's part of the answer was handed over; resolves when the next answer may be asked for.
   * @param isBehind more lies in the log than came
   */
  after(isBehind: boolean): Promise<void> {
    this.isBehind ||= isBehind;
    return (this.resting ??= this.rest());
  }

  private async rest(): Promise<void> {
    await untilIdle(); // all that came with the answer is handed over by then
    const { isBehind } = this;
    this.isBehind = false;
    if (!isBehind) await this.pause();
    this.resting = null;
  }
}
