import { eventually } from '#libs/testing';
import { leaveEvidence } from './kit/evidence.js';
import { rowsIn } from './kit/known/rows-in.js';
import { overHttp, overTopics } from './kit/leaks/act.js';
import { Needles, needlesOf } from './kit/leaks/forms.js';
import { canaries, secretsOf } from './kit/leaks/people.js';
import { INBOUND, leaksInFiles, leaksInMetrics, leaksInTables, leaksOnTopics } from './kit/leaks/places.js';
import { plantLeaks } from './kit/leaks/plant.js';
import type { Leak } from './kit/leaks/search.js';
import { showParked } from './kit/leaks/shown-parked.js';
import { Answers } from './kit/leaks/told.js';
import { System } from './kit/system.js';

const LOADED_MS = 60_000;
const SETTLE_MS = 10_000;

const UNFINISHED = `
  select count(*)::integer as open from sign_up_batch where parts is null or next_part < parts`;

const say = (line: string) => console.log(line);
const textOf = ({ place, what, form }: Leak) => `${place}: ${what}, ${form}`;

interface Scan {
  readonly files: number;
  /** What lies on the two topics that may carry it. */
  readonly allowed: number;
  readonly leaks: readonly Leak[];
}

const isAllowed = ({ place }: Leak) => INBOUND.some((name) => place === `topic ${name}`);

const scan = async (system: System, answers: Answers, needles: Needles): Promise<Scan> => {
  const onTopics = await leaksOnTopics(system.stack.kafka, needles);
  const inTables = await leaksInTables(system, needles);
  const { files, leaks: inFiles } = await leaksInFiles(system.folder, needles);
  const all = [
    ...onTopics,
    ...inTables,
    ...inFiles,
    ...(await leaksInMetrics(system, needles)),
    ...answers.leaks(needles),
  ];
  const leaks = [...new Map(all.map((leak) => [textOf(leak), leak])).values()];
  return { files, allowed: leaks.filter(isAllowed).length, leaks: leaks.filter((one) => !isAllowed(one)) };
};

/**
 * `npm run test:long -- leaks`: people whose data stands nowhere else go through a running system in every way, good and
 * bad; then all topics, tables, files, figures and answers are looked through for them in every form. Then leaks are
 * planted, each of which must be found.
 */
const main = async (): Promise<void> => {
  const system = await System.start(['--empty']);
  try {
    const people = canaries();
    const all = needlesOf(people.flatMap(secretsOf));
    const needles = new Needles(all);
    const answers = new Answers(system);
    await overTopics(system, people);
    await overHttp(system, answers, people);
    await settled(system);
    await showParked(system, answers);
    const clean = await scan(system, answers, needles);
    for (const leak of clean.leaks) say(`a leak: ${textOf(leak)}`);
    if (clean.allowed === 0 || !answers.tellsEntitled(needles))
      throw new Error('nothing was found where it must be: nothing was looked through');
    const planted = await plantLeaks(system, people);
    const spoiled = await scan(system, answers, needles);
    const missed = planted.filter(
      ({ place, what }) => !spoiled.leaks.some((leak) => place.test(leak.place) && leak.what === what),
    );
    for (const { place, what } of missed) say(`a planted leak was not found: ${what} in ${place.source}`);
    process.exitCode = clean.leaks.length + missed.length === 0 ? 0 : 1;
    leaveEvidence('leaks', 0, {
      people: people.length,
      needles: all.length,
      answers: answers.counts,
      files: clean.files,
      foundWhereAllowed: clean.allowed,
      leaks: clean.leaks.map(textOf),
      planted: planted.length,
      plantedNotFound: missed.length,
    });
  } finally {
    await system.remove();
  }
};

/** What was sent is answered, published and counted everywhere. */
const settled = async (system: System): Promise<void> => {
  const answered = async () => {
    const [row] = await rowsIn<{ open: number }>(system, 'enrollment', UNFINISHED);
    return row!.open === 0;
  };
  await eventually(answered, LOADED_MS);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
};

await main();
