import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { nowMs } from '../rig/machine-clock.js';
import { EventSource } from './event-source.js';
import type { Glance, Viewing } from './viewing.js';

/** A process of its own that watches figures as a browser would, and hands on what it was shown, and when. */
const { streams, token } = JSON.parse(process.argv[2]!) as Viewing;
const HAND_ON_MS = 250;
const glances: Glance[] = [];

const look = (response: IncomingMessage): void => {
  const source = new EventSource();
  response.setEncoding('utf8').on('data', (piece: string) => {
    const atMs = nowMs();
    for (const { name, data } of source.take(piece)) {
      if (name !== 'coverage') continue;
      const { region, persons } = JSON.parse(data) as { region: string; persons: number };
      glances.push({ region, persons, atMs });
    }
  });
};

const watch = async (url: string): Promise<void> => {
  const asked = get(url, { headers: { authorization: `Bearer ${token}` } });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${url} was answered with ${response.statusCode}`);
  look(response);
};

await Promise.all(streams.map(watch));
process.send!([]);
setInterval(() => process.send!(glances.splice(0)), HAND_ON_MS);
