import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connectKafka } from '#libs/messaging';
import { loadStory } from './story/load-story.js';
import { localIssuer } from '../stack/local-issuer.js';
import type { Stack } from '../stack/start/stack-file.js';
import { Story } from '../sample/story.js';
import { Api } from './api.js';

/** `node dist/tools/simulator/load-sample.js --data DIR [--scale 1] [--seed 7] [--without gateway/paymentId]` */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.cakupan' },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '7' },
    without: { type: 'string' },
  },
});

const stack = JSON.parse(await readFile(join(values.data, 'stack.json'), 'utf8')) as Stack;
const issuer = await localIssuer(values.data);

const apiOf = async (service: 'reporting' | 'enrollment' | 'claims', role: string): Promise<Api> => {
  const address = stack.services[service];
  if (address === undefined) throw new Error(`the stack of ${values.data} does not run ${service}`);
  return new Api(address, await issuer.token({ role }));
};

const kafka = connectKafka({ brokers: stack.kafka, clientId: 'cakupan-sample' });
try {
  await loadStory({
    story: new Story({ seed: Number(values.seed), scale: Number(values.scale) }),
    kafka,
    reporting: await apiOf('reporting', 'planner'),
    enrollment: await apiOf('enrollment', 'officer'),
    claims: await apiOf('claims', 'adjuster'),
    without: values.without ?? null,
    say: (line) => console.log(line),
  });
} finally {
  await kafka.close();
}
