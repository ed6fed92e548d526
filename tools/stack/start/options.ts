import { parseArgs } from 'node:util';
import type { ServiceName } from '#libs/contracts';
import { CannotStart } from '../cannot-start.js';
import { SCALE_LEAST } from '../../sample/scale.js';
import { SERVICES } from '../infrastructure/infrastructure.js';
import type { Part } from './contents.js';

/** What `npm start -- …` was asked for. */
export interface Options {
  readonly help: boolean;
  readonly empty: boolean;
  readonly fresh: boolean;
  /** The first of the ports. */
  readonly port: number;
  readonly data: string;
  readonly only: readonly ServiceName[];
  /** Which part of the sample, as far as it was said. */
  readonly part: Partial<Part>;
}

export const HELP = `npm start -- [options]

Starts the whole system on this machine, with sample data, until Ctrl-C.

  --empty            no sample data; the machine's clock
  --only a,b         only these services (${SERVICES.join(', ')})
  --port 4300        the first of the ports: reporting and dashboard, then enrollment, contribution, claims
  --data DIR         where all data lies (.cakupan)
  --fresh            forget earlier data
  --scale 0.01       a share of the sample's people, for a quick look: ${SCALE_LEAST} to 1
  --without GW/ID    the sample without this one payment, to see what it was worth
  --help             this text

With KAFKA_BROKERS and DATABASE_URL in the environment nothing is started but the services.
`;

const LAST_PORT = 65_535;

const FLAGS = {
  empty: { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  only: { type: 'string' },
  port: { type: 'string', default: '4300' },
  data: { type: 'string', default: '.cakupan' },
  scale: { type: 'string' },
  without: { type: 'string' },
} as const;

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: FLAGS, strict: true }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`${said}\n\n${HELP}`);
  }
};

const isService = (name: string): name is ServiceName => (SERVICES as readonly string[]).includes(name);

const servicesOf = (only: string | undefined): readonly ServiceName[] => {
  if (only === undefined) return SERVICES;
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !isService(name));
  if (unknown.length > 0) {
    throw new CannotStart(
      `--only: there is no service "${unknown.join('", "')}"; there are ${SERVICES.join(', ')}.`,
    );
  }
  return SERVICES.filter((service) => names.includes(service));
};

const portOf = (text: string): number => {
  const port = Number(text);
  const last = LAST_PORT - SERVICES.length + 1;
  if (/^\d+$/.test(text) && port >= 1 && port <= last) return port;
  throw new CannotStart(`--port: a number from 1 to ${last} is needed, not "${text}".`);
};

const scaleOf = (text: string): number => {
  const scale = Number(text);
  if (scale >= SCALE_LEAST && scale <= 1) return scale;
  throw new CannotStart(`--scale: a number from ${SCALE_LEAST} to 1 is needed, not "${text}".`);
};

/** Reads the arguments behind `--`; refused with a sentence when one of them makes no sense. */
export const optionsOf = (args: readonly string[]): Options => {
  const { empty, fresh, help, only, port, data, scale, without } = parsed(args);
  return {
    empty,
    fresh,
    help,
    data,
    port: portOf(port),
    only: servicesOf(only),
    part: {
      ...(scale === undefined ? {} : { scale: scaleOf(scale) }),
      ...(without === undefined ? {} : { without }),
    },
  };
};
