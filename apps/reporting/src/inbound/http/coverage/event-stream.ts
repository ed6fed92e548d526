import type { ServerResponse } from 'node:http';
import type { News, Seen, Viewer } from '../../../use-cases/watch-coverage.js';

/** Proxies cut connections on which nothing happens for a minute; the browser counts on hearing something. */
const HEARTBEAT_MS = 15_000;
/** How long a browser waits before it comes again. */
const RETRY_MS = 2_000;

const idOf = ({ version, asOf }: Seen): string => `${version}:${asOf}`;
const ID = /^(\d{1,15}):(\d{4}-\d{2}-\d{2})$/;

/** How far the viewer had seen by the id of the last event that it got; null for none, or for one that is not ours. */
export const seenBy = (lastEventId: string | undefined): Seen | null => {
  const [, version, asOf] = ID.exec(lastEventId ?? '') ?? [];
  return version === undefined || asOf === undefined ? null : { version: Number(version), asOf };
};

const eventOf = (name: string, id: string, data: unknown): string =>
  `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * Figures as server-sent events: `coverage` with a row and its day, `freshness`. A viewer that reads slowly gets the
 * latest of each row when it is ready again; what waits for it is never more than one row each.
 */
export class EventStream implements Viewer {
  private readonly waiting = new Map<string, News['rows'][number]>();
  private news: News | null = null;
  private readonly heartbeat: NodeJS.Timeout;
  private isBusy = false;

  constructor(private readonly response: ServerResponse) {
    response.write(`retry: ${RETRY_MS}\n\n`);
    response.on('drain', () => {
      this.isBusy = false;
      this.flush();
    });
    this.heartbeat = setInterval(() => {
      if (!this.isBusy) this.send(': still here\n\n');
    }, HEARTBEAT_MS);
    response.once('close', () => clearInterval(this.heartbeat));
  }

  show(news: News): void {
    this.news = news;
    for (const row of news.rows) this.waiting.set(`${row.region} ${row.part}`, row);
    this.flush();
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.response.end();
  }

  private flush(): void {
    if (this.isBusy || this.news === null) return;
    const { asOf, freshness } = this.news;
    const id = idOf(this.news);
    const rows = [...this.waiting.values()].map((row) => eventOf('coverage', id, { ...row, asOf }));
    this.waiting.clear();
    this.news = null;
    this.send([...rows, eventOf('freshness', id, freshness)].join(''));
  }

  private send(text: string): void {
    if (!this.response.writableEnded) this.isBusy = !this.response.write(text);
  }
}
