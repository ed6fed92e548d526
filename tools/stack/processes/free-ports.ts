import { createServer, connect, type Server } from 'node:net';

const HOST = '127.0.0.1';
const ANSWER_WITHIN_MS = 3_000;

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
