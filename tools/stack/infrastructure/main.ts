import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSite } from '../open-site.js';
import { untilAsked } from '../processes/until-asked.js';
import { startInfrastructure } from './start-infrastructure.js';

const DEFAULT_FOLDER = join(tmpdir(), 'cakupan-infrastructure');

const say = (line: string) => process.stderr.write(`${line}\n`);

/** `npm run infrastructure`: Kafka and PostgreSQL alone, kept warm for test runs, until Ctrl-C. */
await untilAsked(async (gaveUp) => {
  const options = { data: { type: 'string', default: DEFAULT_FOLDER }, fresh: { type: 'boolean' } } as const;
  const { data, fresh } = parseArgs({ options }).values;
  const site = await openSite(data, { fresh }, say, gaveUp);
  const work = async () => {
    const { kafka, server } = await startInfrastructure(site);
    process.stdout.write(`export CAKUPAN_TEST_KAFKA=${kafka.join(',')}\n`);
    process.stdout.write(`export CAKUPAN_TEST_DATABASE=${server}\n`);
    say('Ready. Ctrl-C ends both.');
  };
  return { work, end: () => site.ending.disposeAsync() };
});
