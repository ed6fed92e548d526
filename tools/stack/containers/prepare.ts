import { join } from 'node:path';
import { allTopics } from '#libs/contracts';
import { ensureTopics } from '#libs/messaging';
import { databasesAt, SERVICES } from '../infrastructure/infrastructure.js';
import { localIssuer, LOCAL_ISSUER } from '../local-issuer.js';
import { readContents, SAMPLE_DAY, SAMPLE_OF, WHOLE, writeContents, type Noted } from '../start/contents.js';
import { portOf } from '../start/ports.js';
import { StackFile } from '../start/stack-file.js';
import { writeKeys } from './write-keys.js';

/** Inside the containers every service listens where its default says. */
const FIRST_PORT = 4300;

const folder = process.env['CAKUPAN_DATA'] ?? '/data';
/** Whoever holds no keys is not given this folder. */
const keysFolder = process.env['CAKUPAN_KEYS'] ?? '/keys';
const brokers = (process.env['KAFKA_BROKERS'] ?? 'kafka:19092').split(',');
const server = process.env['DATABASE_URL'] ?? '';
const isStory = process.env['CAKUPAN_CLOCK'] === 'story';

/** What must be there before the services of `docker-compose.yml` start: keys, topics, and the file that says where all is. */
const prepare = async (): Promise<void> => {
  await writeKeys(keysFolder);
  await localIssuer(folder);
  await ensureTopics(brokers, allTopics);
  const file = join(folder, 'contents.json');
  const scale = Number(process.env['CAKUPAN_SAMPLE_SCALE'] || 1);
  const wanted: Noted = { ...WHOLE, scale, contents: isStory ? 'sample-loading' : 'real' };
  const noted = readContents(file) ?? wanted;
  writeContents(file, noted);
  new StackFile(join(folder, 'stack.json')).publish({
    ready: true,
    kafka: brokers,
    postgres: databasesAt(server),
    services: Object.fromEntries(
      SERVICES.map((name) => [name, `http://${name}:${portOf(name, FIRST_PORT)}`]),
    ),
    pids: {},
    sample: SAMPLE_OF[noted.contents],
    ...(isStory ? { sampleDay: SAMPLE_DAY } : {}),
    issuer: LOCAL_ISSUER,
  });
};

await prepare();
console.log('Keys and topics are there.');
