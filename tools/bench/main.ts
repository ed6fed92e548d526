import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart, sentenceOf } from '../stack/cannot-start.js';
import { projectRoot } from '../stack/project-root.js';
import { answerQuestionsAboutACountry } from './measurements/answer-questions-about-a-country.js';
import { answerSignUpsOverHttp } from './measurements/answer-sign-ups-over-http.js';
import { catchTheProjectionUp } from './measurements/catch-the-projection-up.js';
import { catchUpWithACountry } from './measurements/catch-up-with-a-country.js';
import { importAFile } from './measurements/import-a-file.js';
import { publishWhatIsUnsent } from './measurements/publish-what-is-unsent.js';
import { rebuildBesideTheLiveFigures } from './measurements/rebuild-beside-the-live-figures.js';
import { registerSignUpsFromKafka } from './measurements/register-sign-ups-from-kafka.js';
import { settlePaymentsFromKafka } from './measurements/settle-payments-from-kafka.js';
import { showAPaymentToAViewer } from './measurements/show-a-payment-to-a-viewer.js';
import { startAndKillAService } from './measurements/start-and-kill-a-service.js';
import { takePaymentsBySnap } from './measurements/take-payments-by-snap.js';
import type { Measurement } from './measurements/wish.js';
import { HELP, optionsOf, type Name, type Options } from './options.js';
import { figuresTable } from './report/figures-table.js';
import { driftSentence, exitCodeOf, problemsOf } from './report/judge.js';
import { pageOf } from './report/page.js';
import { BEFORE, type BenchReport, type Calibrated, type Measured } from './report/results.js';
import { rounded } from './report/statistics.js';
import { calibrate } from './rig/calibrate.js';
import { commit, machine, versions } from './surroundings.js';

const MEASUREMENTS: Readonly<Record<Name, Measurement>> = {
  projection: catchTheProjectionUp,
  country: catchUpWithACountry,
  rebuild: rebuildBesideTheLiveFigures,
  queries: answerQuestionsAboutACountry,
  'sign-ups': registerSignUpsFromKafka,
  payments: settlePaymentsFromKafka,
  snap: takePaymentsBySnap,
  requests: answerSignUpsOverHttp,
  bulk: importAFile,
  relay: publishWhatIsUnsent,
  latency: showAPaymentToAViewer,
  footprint: startAndKillAService,
};

const begunAt = performance.now();
const secondsSince = (at: number) => (performance.now() - at) / 1_000;
const say = (line: string) => console.log(`${secondsSince(begunAt).toFixed(1).padStart(7)} s  ${line}`);

/** Three digits behind the point are more than any figure is good for. */
const shortened = (measured: Measured): Measured => ({
  ...measured,
  figures: Object.fromEntries(
    Object.entries(measured.figures).map(([key, rounds]) => [key, rounds.map((value) => rounded(value, 3))]),
  ),
});

const calibrated = (when: string): Calibrated => {
  const calibration = { when, ...calibrate(tmpdir()) };
  say(`Calibration: ${JSON.stringify(calibration)}`);
  return calibration;
};

type Found = Pick<BenchReport, 'measurements' | 'failures' | 'calibrations'>;

const measureAll = async (options: Options): Promise<Found> => {
  const measurements: Measured[] = [];
  const failures: string[] = [];
  const calibrations = [calibrated(BEFORE)];
  for (const name of options.names) {
    say(`Measuring: ${name}`);
    try {
      const measured = await MEASUREMENTS[name]({ ...options, say });
      measurements.push(shortened(measured));
      console.log(JSON.stringify(measurements.at(-1))); // should the run be broken off later on
      console.log(`${figuresTable([measured])}\n`);
    } catch (error) {
      failures.push(`${name} broke off: ${sentenceOf(error)}`);
      say(failures.at(-1)!);
    }
    calibrations.push(calibrated(name));
  }
  return { measurements, failures, calibrations };
};

const measure = async (args: readonly string[], options: Options): Promise<BenchReport> => {
  const found = await measureAll(options);
  return {
    commit,
    seed: options.seed,
    measuredAt: new Date().toISOString(),
    tookSeconds: Math.round(secondsSince(begunAt)),
    command: ['npm run bench --', ...args].join(' '),
    isShort: options.isShort,
    machine: machine(),
    versions: versions(),
    ...found,
  };
};

const write = (report: BenchReport): void => {
  const docs = join(projectRoot, 'docs');
  mkdirSync(join(docs, 'evidence'), { recursive: true });
  writeFileSync(join(docs, 'evidence/bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(docs, 'performance.md'), pageOf(report));
};

const show = (report: BenchReport): void => {
  console.log(JSON.stringify(report, null, 2));
  console.log(figuresTable(report.measurements));
  for (const sentence of [driftSentence(report.calibrations), ...problemsOf(report)])
    if (sentence !== null) console.log(sentence);
};

/** `npm run bench -- …`: exits with 1 when a digest is wrong, the naive way was too slow to compare, or a measurement broke off. */
const main = async (args: readonly string[]): Promise<number> => {
  const options = optionsOf(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const report = await measure(args, options);
  if (options.write) write(report);
  show(report);
  return exitCodeOf(report);
};

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : sentenceOf(error));
  process.exit(1);
}
