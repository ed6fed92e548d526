import type { ServerResponse } from 'node:http';
import { keyOfRow, type Mark, type News, type Viewer } from '../../../use-cases/watch-coverage.js';

/** Proxies cut connections on which nothing happens for a minute; the browser counts on hearing something. */
const HEARTBEAT_MS = 15_000;
/** How long a browser waits before it comes again. */
const RETRY_MS = 2_000;

/** Nothing was seen yet. */
const NOTHING: Mark = '0';
const ID = /^[\w-]{1,64}$/;

/** What the viewer had seen by the id of the last event that it got; null for none, or for one that is not ours. */
export const seenBy = (lastEventId: string | undefined): Mark | null =>
  lastEventId !== undefined && ID.test(lastEventId) ? lastEventId : null;

const eventOf = (name: string, id: string, data: unknown): string =>
  `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * Figures as server-sent events: `coverage` with a row and its day, and `freshness` behind the rows of a push. Only that one
 * has the push's own mark for its id: whoever is cut off within a push has it once more from its beginning. A viewer that
 * reads slowly gets the latest of each row when it is ready again; what waits for it is never more than one row each.
 */
export class EventStream implements Viewer {
  private readonly waiting = new Map<string, News['rows'][number]>();
  private news: News | null = null;
  private readonly heartbeat: NodeJS.Timeout;
  private isBusy = false;

  /** @param seen the last push that the viewer has whole */
  constructor(
    private readonly response: ServerResponse,
    private seen: Mark | null,
  ) {
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
    this.news = { ...news, whole: news.whole || this.news?.whole === true };
    for (const row of news.rows) this.waiting.set(keyOfRow(row), row);
    this.flush();
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.response.end();
  }

  private flush(): void {
    if (this.isBusy || this.news === null) return;
    const { asOf, freshness, mark, whole } = this.news;
    const before = this.seen ?? NOTHING;
    const rows = [...this.waiting.values()].map((row) => eventOf('coverage', before, { ...row, asOf }));
    this.seen = mark;
    this.waiting.clear();
    this.news = null;
    this.send([...rows, eventOf('freshness', mark, { ...freshness, whole })].join(''));
  }

  private send(text: string): void {
    if (!this.response.writableEnded) this.isBusy = !this.response.write(text);
  }
}
