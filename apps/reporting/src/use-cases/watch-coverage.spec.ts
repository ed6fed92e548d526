import { StoryClock } from '#libs/kernel';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { rowOf, type Row } from '../domain/figures/row.js';
import type { CountedRow } from './count-rows.js';
import { FiguresMoved } from './figures-moved.js';
import { WatchCoverage, type Mark, type News, type WatchedQuestion } from './watch-coverage.js';

const TODAY = '2024-12-17';
const QUESTION: WatchedQuestion = {
  regions: { codes: ['33.72'], counted: ['33.72'], name: 'Kota Surakarta' },
  by: 'channel',
  asOf: null,
  knownOn: null,
  measure: 'active',
  graceMonths: 0,
  filter: {},
  denominatorId: null,
  targetId: null,
};

const shown = ({ regions, part, persons }: CountedRow): Row =>
  rowOf({
    region: regions && regions.join(','),
    name: 'Kota Surakarta',
    part,
    persons,
    segment: null,
    denominator: null,
    target: null,
    joined: 0,
  });

/** Persons by channel, as they are counted: a channel with nobody has no row. */
class Figures extends FiguresMoved {
  override version = 1;
  /** How long a count takes. */
  takesMs = 0;
  readonly persons: Record<string, number> = { bank: 2, kiosk: 30 };
  private readonly listeners = new Set<() => void>();

  /** Counts so many in a channel from now on, and says so. */
  count(channel: string, persons: number): void {
    this.persons[channel] = persons;
    this.version += 1;
    for (const listener of this.listeners) listener();
  }

  override subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  override nudge(): void {}

  async rowsOf(_: unknown, counted: readonly CountedRow[]) {
    return counted.map(shown);
  }

  async handle() {
    if (this.takesMs > 0) await new Promise((resolve) => setTimeout(resolve, this.takesMs));
    const rows = Object.entries(this.persons)
      .filter(([, persons]) => persons > 0)
      .map(([part, persons]) => shown({ regions: ['33.72'], part, persons }));
    return {
      rows,
      total: { persons: 0, sumOfParts: 0, overlap: 0, unmapped: 0 },
      freshness: { recordedThrough: null, lagMs: 0, applied: 0, reading: 'current' as const },
      byRegion: new Map<string, number>(),
    };
  }
}

const watched = () => {
  const figures = new Figures();
  const watch = new WatchCoverage(figures, figures, new StoryClock(TODAY), (error) => {
    throw error;
  });
  return {
    figures,
    /** One who looks on, and the persons by channel of each push; later also one who has seen so much. */
    viewer: async (seen: Mark | null = null) => {
      const pushes: Record<string, number | null>[] = [];
      const news: Pick<News, 'mark' | 'whole'>[] = [];
      const show = ({ rows, mark, whole }: News) => {
        pushes.push(Object.fromEntries(rows.map(({ part, persons }) => [part, persons])));
        news.push({ mark, whole });
      };
      const stop = watch.watch(QUESTION, { show, end: () => undefined }, seen);
      await jest.advanceTimersByTimeAsync(0);
      return { pushes, news, stop };
    },
  };
};

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('figures that are watched', () => {
  it('are pushed at most ten times a second however often they move, the last ones too', async () => {
    const { figures, viewer } = watched();
    const { pushes } = await viewer();
    for (let move = 1; move <= 100; move += 1) {
      figures.count('kiosk', 30 + move);
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(pushes.length).toBeGreaterThan(5);
    expect(pushes.length).toBeLessThanOrEqual(11); // the first look, and ten
    await jest.advanceTimersByTimeAsync(100);
    expect(pushes.at(-1)).toEqual({ kiosk: 130 });
  });

  it('are pushed at once when they have not moved for a while', async () => {
    const { figures, viewer } = watched();
    const { pushes } = await viewer();
    await jest.advanceTimersByTimeAsync(100);
    figures.count('kiosk', 31);
    await jest.advanceTimersByTimeAsync(0);
    expect(pushes).toEqual([{ bank: 2, kiosk: 30 }, { kiosk: 31 }]);
  });

  it('are not computed for who has gone meanwhile', async () => {
    const { figures, viewer } = watched();
    const { stop } = await viewer();
    const computing = jest.spyOn(figures, 'handle');
    figures.count('kiosk', 31);
    stop();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(computing).not.toHaveBeenCalled();
  });
});

describe('a part into which nobody falls any more', () => {
  const afterPause = () => jest.advanceTimersByTimeAsync(100);

  it('is told once with nobody, and again when somebody is back', async () => {
    const { figures, viewer } = watched();
    const { pushes } = await viewer();
    for (const [channel, persons] of [
      ['bank', 0],
      ['kiosk', 31],
      ['bank', 1],
    ] as const) {
      await afterPause();
      figures.count(channel, persons);
      await afterPause();
    }
    expect(pushes).toEqual([{ bank: 2, kiosk: 30 }, { bank: 0 }, { kiosk: 31 }, { bank: 1 }]);
  });

  it('is told to who goes on from before, not to who has seen it and not to who never saw the part', async () => {
    const { figures, viewer } = watched();
    const { news } = await viewer();
    figures.count('bank', 0);
    await afterPause();
    const [before, after] = news.map(({ mark }) => mark);
    expect((await viewer(before)).pushes).toEqual([{ bank: 0 }]);
    expect((await viewer(after)).pushes).toEqual([{}]);
    expect((await viewer()).pushes).toEqual([{ kiosk: 30 }]);
  });
});

describe('who comes again', () => {
  it('has nothing sent again where nothing changed, whichever process it comes to', async () => {
    const { news } = await watched().viewer();
    const again = await watched().viewer(news[0]!.mark);
    expect(again.pushes).toEqual([{}]);
    expect(again.news).toEqual([{ mark: news[0]!.mark, whole: false }]);
  });

  it('is shown a row that changed although no figure moved, as by a denominator that was stated', async () => {
    const first = watched();
    const { news } = await first.viewer();
    const { figures, viewer } = watched();
    figures.persons['kiosk'] = 31; // of the same version
    expect((await viewer(news[0]!.mark)).pushes).toEqual([{ bank: 2, kiosk: 31 }]);
  });

  it('is shown everything, and told so, where what it saw is not known', async () => {
    const { viewer } = watched();
    const { pushes, news } = await viewer('of-another-process');
    expect(pushes).toEqual([{ bank: 2, kiosk: 30 }]);
    expect(news.map(({ whole }) => whole)).toEqual([true]);
  });

  it('is told a change and back again as nothing', async () => {
    const { figures, viewer } = watched();
    const { news } = await viewer();
    for (const persons of [31, 30]) {
      await jest.advanceTimersByTimeAsync(100);
      figures.count('kiosk', persons);
      await jest.advanceTimersByTimeAsync(100);
    }
    expect((await viewer(news[0]!.mark)).pushes).toEqual([{}]);
  });
});

it('shows who came first all rows at once, however often figures move while they are counted', async () => {
  const { figures, viewer } = watched();
  figures.takesMs = 150;
  const coming = viewer();
  const moving = setInterval(() => figures.count('kiosk', figures.persons['kiosk']! + 1), 50);
  const { pushes } = await coming;
  await jest.advanceTimersByTimeAsync(200);
  expect(pushes[0]).toEqual({ bank: 2, kiosk: expect.any(Number) });
  await jest.advanceTimersByTimeAsync(2_000);
  expect(pushes.length).toBeGreaterThan(4);
  clearInterval(moving);
});
