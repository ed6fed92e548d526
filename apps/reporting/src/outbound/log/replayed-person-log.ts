import { LogLost, type LogReader, type Replay, type Replayed } from '#libs/messaging';
import type { PersonMessage } from '../../use-cases/facts-of-messages.js';
import { RebuildImpossible } from '../../use-cases/rebuild/figures-beside.js';
import {
  PersonLog,
  type LogPartition,
  type LogPlace,
  type OpenLog,
  type Told,
} from '../../use-cases/rebuild/person-log.js';

const toldOf = ({ topic, messages }: Replayed): Told => ({
  topic,
  read: 0,
  messages: messages as readonly PersonMessage[],
});

/** A log that has lost its end or what comes next is no log to rebuild from. */
const impossible = (error: unknown): never => {
  throw error instanceof LogLost ? new RebuildImpossible(error.message, { cause: error }) : error;
};

class OpenReplay implements OpenLog {
  constructor(
    private readonly replay: Replay,
    private readonly reader: LogReader,
  ) {}

  async *read(at: LogPartition, upTo: bigint, signal: AbortSignal): AsyncGenerator<Told> {
    try {
      for await (const portion of this.reader.read(at, upTo, signal)) {
        const messages = await this.replay.messagesIn(at, portion);
        yield { topic: at.topic, read: portion.length, messages: messages as readonly PersonMessage[] };
      }
    } catch (error) {
      impossible(error);
    }
  }

  async close(): Promise<void> {
    await this.reader.close();
  }
}

/** What is told about persons, read once more from Kafka in a group of its own. */
export class ReplayedPersonLog extends PersonLog {
  constructor(private readonly replay: Replay) {
    super();
  }

  override beginnings(): Promise<readonly LogPlace[]> {
    return this.replay.beginnings();
  }

  override reached(): Promise<readonly LogPlace[] | null> {
    return this.replay.reached();
  }

  override async retriedSince(instant: string): Promise<readonly Told[]> {
    return (await this.replay.retriedSince(instant)).map(toldOf);
  }

  override async open(reader: string, from: readonly LogPlace[]): Promise<OpenLog> {
    return new OpenReplay(this.replay, await this.replay.open(`reporting-rebuild-${reader}`, from));
  }
}
