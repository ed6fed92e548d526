import { createServer, connect, type Server } from 'node:net';

const HOST = '127.0.0.1';
const ANSWER_WITHIN_MS = 3_000;
/** Below the ports that systems hand out to whoever asks for any: nobody is given one of a row while it is not taken yet. */
const ROWS = { from: 20_000, before: 32_000 } as const;

const listening = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: HOST }, () => resolve(server));
  });

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

const portOf = (server: Server): number => {
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
};

/** Ports of 127.0.0.1 that nobody listens on, all different. */
export const freePorts = async (count: number): Promise<number[]> => {
  const servers = await Promise.all(Array.from({ length: count }, () => listening(0)));
  const ports = servers.map(portOf);
  await Promise.all(servers.map(closed));
  return ports;
};

/** Whether nobody listens on the port of 127.0.0.1. */
export const isFree = async (port: number): Promise<boolean> => {
  try {
    await closed(await listening(port));
    return true;
  } catch {
    return false;
  }
};

/** The first of so many ports in a row on which nobody listens, and which nobody is given who asks for any. */
export const freePortsInARow = async (count: number): Promise<number> => {
  for (;;) {
    const first = ROWS.from + Math.floor(Math.random() * (ROWS.before - ROWS.from - count));
    const free = await Promise.all(Array.from({ length: count }, (_, distance) => isFree(first + distance)));
    if (free.every(Boolean)) return first;
  }
};

/** Whether somebody answers on the port. */
export const answers = (port: number, host = HOST): Promise<boolean> =>
  new Promise((resolve) => {
    const settle = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    const socket = connect({ port, host, timeout: ANSWER_WITHIN_MS });
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
