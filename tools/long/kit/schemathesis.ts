import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../../stack/cannot-start.js';
import { run } from '../../stack/processes/run.js';
import { projectRoot } from '../../stack/project-root.js';

const VERSION = '4.32.5';
const FOLDER = join(projectRoot, '.cakupan/tools', `schemathesis-${VERSION}`);
const PROGRAM = join(FOLDER, 'bin/schemathesis');
const INSTALL_MS = 300_000;
const RUN_MS = 1_800_000;

/** Installs Schemathesis from PyPI into a folder of its own, unless it is there. @throws CannotStart in words */
export const installSchemathesis = async (): Promise<void> => {
  if (existsSync(PROGRAM)) return;
  await mkdir(FOLDER, { recursive: true });
  const steps: [string, string[]][] = [
    ['python3', ['-m', 'venv', FOLDER]],
    [join(FOLDER, 'bin/pip'), ['install', '--quiet', `schemathesis==${VERSION}`]],
  ];
  for (const [program, args] of steps) {
    const { succeeded, output } = await run(program, args, { timeout: INSTALL_MS });
    if (!succeeded)
      throw new CannotStart(`Schemathesis cannot be installed, which takes Python 3.10 or newer:\n${output}`);
  }
};

/** What is tried, and as whom. */
export interface Trial {
  /** Base URL of a service. */
  readonly url: string;
  /** The file with its OpenAPI document, with examples that are known to be good. */
  readonly document: string;
  readonly token: string;
  readonly seed: number;
  /** Cases for each operation at most, in each phase. */
  readonly cases: number;
  /** A schemathesis.toml, with parts of paths that are known. */
  readonly config: string;
  /** Reports are written here. */
  readonly folder: string;
  /** Operations that are left out, by path. */
  readonly without: readonly string[];
}

/** A check that failed, in Schemathesis' words. */
export interface Failure {
  readonly type: string;
  readonly code: string;
  readonly title: string;
  readonly count: number;
  readonly operations: readonly string[];
}

/** One request and its answer. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What came of a trial. */
export interface Tried {
  readonly cases: number;
  readonly failures: readonly Failure[];
  readonly exchanges: readonly Exchange[];
  /** What failed, with the requests to send again; empty where nothing did. */
  readonly shown: string;
}

interface Report {
  readonly test_cases: { readonly generated: number };
  readonly failures: readonly Failure[];
}

interface Recording {
  readonly log: {
    readonly entries: readonly {
      readonly request: { readonly method: string; readonly url: string };
      readonly response: { readonly status: number };
    }[];
  };
}

/** The part of what Schemathesis prints that shows its failures. */
const FAILURES = /^=+ FAILURES =+$[^]*?(?=^=+ \S)/m;

const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;

/** Puts all of Schemathesis' checks to every operation that a service's OpenAPI document names. */
export const trySchema = async (trial: Trial): Promise<Tried> => {
  const { url, document, token, seed, cases, config, folder, without } = trial;
  const [report, recording] = [join(folder, 'report.json'), join(folder, 'report.har')];
  const given: Readonly<Record<string, string>> = {
    '--url': url,
    '--checks': 'all',
    '--seed': String(seed),
    '--max-examples': String(cases),
    '--header': `Authorization: Bearer ${token}`,
    '--request-timeout': '20',
    '--generation-database': 'none',
    '--report': 'json,har',
    '--report-json-path': report,
    '--report-har-path': recording,
  };
  const left = without.flatMap((path) => ['--exclude-path', path]);
  const args = ['--config-file', config, 'run', document, '--continue-on-failure', '--no-color'];
  args.push(...Object.entries(given).flat(), ...left);
  const { output } = await run(PROGRAM, args, { timeout: RUN_MS });
  if (!existsSync(report)) throw new Error(`Schemathesis ended without a report:\n${output}`);
  const { test_cases, failures } = await read<Report>(report);
  const { log } = await read<Recording>(recording);
  const exchanges = log.entries.map(({ request, response }) => ({
    method: request.method,
    path: new URL(request.url).pathname,
    status: response.status,
  }));
  return { cases: test_cases.generated, failures, exchanges, shown: FAILURES.exec(output)?.[0] ?? '' };
};
