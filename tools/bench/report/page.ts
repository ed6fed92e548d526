import { figuresTable } from './figures-table.js';
import { driftSentence, isRight, problemsOf } from './judge.js';
import { NAMES } from '../options.js';
import { BEFORE, type BenchReport, type Calibrated, type Cost, type Measured } from './results.js';
import { median, rounded } from './statistics.js';
import { markdownTable } from './table.js';

const TITLES: Readonly<Record<string, string>> = {
  projection: 'The projection catches up',
  country: 'The projection catches up with a whole country',
  rebuild: 'Figures are rebuilt beside the live ones',
  queries: 'Questions about a whole country',
  'sign-ups': 'Sign-ups from Kafka',
  payments: 'Payments from Kafka',
  snap: 'Payments by SNAP BI',
  requests: 'Sign-ups over HTTP',
  bulk: 'A file of sign-ups',
  relay: 'The relay',
  latency: "From a gateway's send to a viewer's figure",
  footprint: 'Starts, kills and memory',
};

const HOW = `A floor is what a release must hold, an aim what is wanted. The verdict is on the median of the rounds. Everything — Kafka,
PostgreSQL, the services, the load and the readers — shares the machine; \`fsync\` and \`synchronous_commit\` are on, producers wait
for all replicas. Services are started as \`npm start\` starts them. The naive way does the job on the same broker and database
server, on the same messages, in the same run and in turn. Where messages come from Kafka that is Nest's transport with
\`@EventPattern\`, \`ValidationPipe\`, one TypeORM transaction for each event and all 12 partitions at once; what it is elsewhere, and
what it leaves out everywhere, stands with each measurement. A run counts only if what came out is right against an independent
fold of the inputs: in number, and in sum and hash where a proof has them.`;

const listed = (of: Readonly<Record<string, string | number>>): string =>
  markdownTable(
    ['', ''],
    Object.entries(of).map(([name, value]) => [name, String(value)]),
  );

const calibrationRow = ({ when, cpuSeconds, syncsPerSecond }: Calibrated) => [
  when === BEFORE ? when : `after ${when}`,
  `${cpuSeconds} s`,
  `${syncsPerSecond}/s`,
];

const calibrationText = ({ calibrations }: BenchReport): string =>
  [
    markdownTable(
      ['calibration', 'fixed work', 'fdatasync of 4 KiB'],
      calibrations.map(calibrationRow),
      [1, 2],
    ),
    driftSentence(calibrations) ?? 'The machine was the same throughout, within 15 %.',
  ].join('\n\n');

/** What a run left out, or was ended before it came to. */
const missingText = ({ measurements }: BenchReport): readonly string[] => {
  const measured = new Set(measurements.map(({ name }) => name));
  const missing = NAMES.filter((name) => !measured.has(name));
  return missing.length === 0 ? [] : [`**Not measured in this run: ${missing.join(', ')}.**`];
};

const costRow = (who: string, costs: readonly Cost[]): readonly string[] => {
  const names = Object.keys(costs[0]!.cpuSecondsPerMillion);
  const cpu = names.map((name) => {
    const values = costs.map(({ cpuSecondsPerMillion }) => cpuSecondsPerMillion[name] ?? Number.NaN);
    return `${name === who ? 'itself' : name} ${rounded(median(values), 1)}`;
  });
  return [who, cpu.join(', '), `${Math.max(...costs.map(({ peakMb }) => peakMb))} MB`];
};

const costsText = (costs: readonly Cost[]): readonly string[] => {
  if (costs.length === 0) return [];
  const rows = [...Map.groupBy(costs, ({ who }) => who)].map(([who, its]) => costRow(who, its));
  return [markdownTable(['who', 'seconds of CPU for a million events', 'memory at most'], rows, [2])];
};

const proofsText = (proofs: Measured['proofs']): string => {
  const wrong = proofs.filter((proof) => !isRight(proof));
  const names = [...new Set(proofs.map(({ what }) => what))].join('; ');
  return wrong.length === 0
    ? `Right in every round: ${names}.`
    : `WRONG: ${[...new Set(wrong.map(({ what }) => what))].join('; ')}.`;
};

const sectionOf = (measured: Measured): string =>
  [
    `## ${TITLES[measured.name] ?? measured.name}`,
    figuresTable([measured]),
    measured.conditions.map((condition) => `- ${condition}`).join('\n'),
    ...costsText(measured.costs),
    proofsText(measured.proofs),
  ].join('\n\n');

const standing = (report: BenchReport): readonly string[] => {
  const problems = problemsOf(report);
  const short = report.isShort
    ? ['This was a short run: it shows that the program works, not how fast anything is.']
    : [];
  return problems.length === 0
    ? short
    : [...short, `**This run does not count.**`, problems.map((one) => `- ${one}`).join('\n')];
};

/** `docs/performance.md`, as it follows from the results of a run. */
export const pageOf = (report: BenchReport): string =>
  `${[
    '# Performance',
    `Written by \`${report.command}\` at commit \`${report.commit}\`, seed ${report.seed}, ${report.measuredAt.slice(0, 10)}, in ${Math.round(report.tookSeconds / 60)} minutes; not edited by hand. The figures as data: \`docs/evidence/bench.json\`.`,
    HOW,
    ...standing(report),
    ...missingText(report),
    figuresTable(report.measurements),
    listed({ ...report.machine, ...report.versions }),
    calibrationText(report),
    ...report.measurements.map(sectionOf),
  ].join('\n\n')}\n`;
