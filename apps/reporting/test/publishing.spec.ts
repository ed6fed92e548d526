import { StoryClock, type Day } from '#libs/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RegionTree } from '../src/domain/regions/region-tree.js';
import { AnswerCoverageQuestion } from '../src/use-cases/answer-coverage-question.js';
import { CoverageCells, type CellsQuestion } from '../src/use-cases/coverage-cells.js';
import {
  ChangedRegions,
  PublishCoverageWhenFiguresMove,
} from '../src/use-cases/publish-coverage-when-figures-move.js';
import { openCoverageApp, TODAY } from './coverage-app.js';
import { Membership } from './story.js';

const MANAHAN = '33.72.05.1011';
const DENPASAR = '51.71.01.1001';
const ABOVE_MANAHAN = ['ID', '33', '33.72', '33.72.05'];
const LAST_DAY_OF_COVER = '2024-12-31';
const DAY_AFTER = '2025-01-01';

let reporting: Awaited<ReturnType<typeof openCoverageApp>>;
beforeAll(async () => {
  reporting = await openCoverageApp();
});
afterAll(() => reporting.close());

/** One more who is covered in December 2024. */
const cover = async (residence = MANAHAN) => {
  const membership = new Membership();
  await reporting.tell(
    [membership.registered('2024-11-20T03:00:00Z', { residence, registeredOn: '2024-11-20' })],
    [membership.paid('2024-12-01T02:00:00Z', '2024-12')],
  );
};

/** Persons as they were published of a region, in their order. */
const published = async (region: string): Promise<readonly number[]> => {
  const rows = await reporting.database.query<{ persons: number }>(
    `select (data::json ->> 'persons')::integer as persons
     from event where topic = 'reporting.coverage.v1' and key = $1 order by position`,
    [region],
  );
  return rows.map(({ persons }) => persons);
};

/** A replica that publishes on a day; something happens between its question to the cells and its publication. */
const publishOn = (today: Day, meanwhile: () => Promise<void> = async () => undefined) => {
  const { app } = reporting;
  const cells = app.get(CoverageCells);
  const on = async (question: CellsQuestion) => {
    const answer = await cells.on(question);
    await meanwhile();
    return answer;
  };
  return new PublishCoverageWhenFiguresMove(
    app.get(ChangedRegions),
    { on },
    app.get(AnswerCoverageQuestion),
    {
      clock: new StoryClock(today),
      tree: app.get(RegionTree),
    },
  ).handle();
};

describe('a figure that moves while it is published', () => {
  it('is told as it was, and as it is the next time', async () => {
    await cover();
    await publishOn(TODAY, () => cover());
    for (const region of [...ABOVE_MANAHAN, MANAHAN]) expect(await published(region)).toEqual([1]);
    await reporting.publish();
    for (const region of [...ABOVE_MANAHAN, MANAHAN]) expect(await published(region)).toEqual([1, 2]);
    await reporting.publish();
    expect(await published('ID')).toEqual([1, 2]);
  });

  it('is not told as it was by a replica that another one has overtaken', async () => {
    await cover();
    await publishOn(TODAY, async () => {
      await cover();
      await reporting.publish();
      await cover();
    });
    for (const region of ['ID', MANAHAN]) expect(await published(region)).toEqual([1, 2, 4]);
    await reporting.publish();
    for (const region of ['ID', MANAHAN]) expect(await published(region)).toEqual([1, 2, 4, 5]);
  });
});

it('begins with the country, provinces and regencies, however lately they changed', async () => {
  await cover(MANAHAN);
  await cover(DENPASAR);
  const changed = await reporting.app.get(ChangedRegions).some(7);
  expect(changed.map(({ region }) => region)).toEqual([
    '33',
    '33.72',
    '51',
    '51.71',
    'ID',
    '33.72.05',
    MANAHAN,
  ]);
  await reporting.publish();
});

it('tells each region anew, the village too, on the day after cover ends', async () => {
  const before = await published(MANAHAN);
  await publishOn(LAST_DAY_OF_COVER);
  expect(await published(MANAHAN)).toEqual(before);
  await publishOn(DAY_AFTER);
  for (const region of [...ABOVE_MANAHAN, MANAHAN]) expect((await published(region)).at(-1)).toBe(0);
  expect(await published(MANAHAN)).toEqual([...before, 0]);
});
