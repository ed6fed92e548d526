import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { kafkaJars } from '../../tools/stack/infrastructure/kafka-jars.js';
import type { System } from '../../tools/long/kit/system.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const CONSOLES = {
  'kafka-console-producer.sh': 'org.apache.kafka.tools.ConsoleProducer',
  'kafka-console-consumer.sh': 'org.apache.kafka.tools.consumer.ConsoleConsumer',
};
const EXAMPLE = /<!-- run: (.+?) -->\n+```(\w+)\n(.*?)```/gs;

/** The examples of a page that say that they run, by name. */
export const examplesOf = async (page: string): Promise<Map<string, { language: string; code: string }>> => {
  const text = await readFile(join(root, page), 'utf8');
  return new Map(
    [...text.matchAll(EXAMPLE)].map(([, name, language, code]) => [
      name!,
      { language: language!, code: code! },
    ]),
  );
};

/** Kafka's own console programs, under the names that its distribution gives them. */
const consoles = async (folder: string): Promise<string> => {
  const jars = await kafkaJars(() => undefined, process.env);
  const programs = join(folder, 'consoles');
  await mkdir(programs, { recursive: true });
  for (const [name, main] of Object.entries(CONSOLES)) {
    await writeFile(join(programs, name), `#!/bin/sh\nexec java -cp '${jars}/*' ${main} "$@"\n`);
    await chmod(join(programs, name), 0o755);
  }
  return programs;
};

/** Where `confluent-kafka` lies; fetched once per user. */
const pythonPackages = async (): Promise<string> => {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cakupan', 'python');
  if (!existsSync(join(folder, 'confluent_kafka'))) {
    await run('python3', ['-m', 'pip', 'install', '-q', '--target', folder, 'confluent-kafka']);
  }
  return folder;
};

/**
 * Runs examples as a reader would paste them who has Kafka's console programs and `confluent-kafka`, with only the addresses
 * of this system put in.
 */
export const readmeRunner = async (system: System) => {
  const path = [await consoles(system.folder), join(root, 'node_modules/.bin'), process.env['PATH']].join(
    delimiter,
  );
  const environment = {
    ...process.env,
    NODE_OPTIONS: '',
    PATH: path,
    PYTHONPATH: await pythonPackages(),
    CAKUPAN_DATA: system.folder,
    KAFKA: system.stack.kafka[0]!,
  };
  const here = (code: string) =>
    code
      .replaceAll(/127\.0\.0\.1:430(\d)/g, (_, index: string) => `127.0.0.1:${system.port + Number(index)}`)
      .replaceAll('.cakupan/stack.json', join(system.folder, 'stack.json'));
  return async (
    example: { language: string; code: string },
    more: Record<string, string> = {},
  ): Promise<string> => {
    const program = example.language === 'python' ? 'python3' : 'bash';
    const strict = program === 'bash' ? 'set -euo pipefail\n' : '';
    const { stdout } = await run(program, ['-c', strict + here(example.code)], {
      cwd: root,
      env: { ...environment, ...more },
      timeout: 90_000,
    });
    return stdout;
  };
};
