import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { eventually } from '#libs/testing';
import { Chance } from '../../sample/chance/chance.js';
import { freePorts } from '../../stack/processes/free-ports.js';
import { Proxy } from './proxy.js';

/** Gives back what it is sent. */
const echo = async (port: number): Promise<Server> => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

let server: Server;
let proxy: Proxy;
let port = 0;
const clients: Socket[] = [];

beforeEach(async () => {
  const [serverPort = 0, proxyPort = 0] = await freePorts(2);
  server = await echo(serverPort);
  proxy = new Proxy(serverPort, new Chance(1, 'proxy'));
  port = proxyPort;
  await proxy.listen(port);
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  await new Promise((resolve) => server.close(resolve));
});

/** A connection with what it heard so far, and how it ended. */
const client = () => {
  const socket = connect(port, '127.0.0.1');
  clients.push(socket);
  const seen = { heard: '', ended: null as string | null, socket };
  socket.on('data', (chunk) => (seen.heard += String(chunk)));
  socket.on('error', (error: NodeJS.ErrnoException) => (seen.ended = error.code ?? error.message));
  socket.on('close', () => (seen.ended ??= 'closed'));
  return seen;
};

describe('a wire that can be hurt', () => {
  it('carries both ways when it is left alone', async () => {
    const one = client();
    one.socket.write('hello');
    await eventually(() => one.heard === 'hello');
    expect(one.ended).toBeNull();
  });

  it('resets what is open when it is cut, and takes new connections', async () => {
    const one = client();
    one.socket.write('a');
    await eventually(() => one.heard === 'a');
    expect(proxy.cut()).toBe(1);
    await eventually(() => one.ended);
    expect(one.ended).toBe('ECONNRESET');
    const two = client();
    two.socket.write('b');
    await eventually(() => two.heard === 'b');
    expect(proxy.cut()).toBe(1);
  });

  it('resets whoever comes while it refuses', async () => {
    proxy.refuse();
    const one = client();
    await eventually(() => one.ended);
    expect(one.ended).toBe('ECONNRESET');
    proxy.allow();
    const two = client();
    two.socket.write('b');
    await eventually(() => two.heard === 'b');
    expect(two.ended).toBeNull();
  });

  it.each(['to-server', 'to-client'] as const)(
    'holds back what goes %s, without a word',
    async (direction) => {
      const one = client();
      one.socket.write('a');
      await eventually(() => one.heard === 'a');
      proxy.stall(direction);
      one.socket.write('b');
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(one).toMatchObject({ heard: 'a', ended: null });
      proxy.flow();
      await eventually(() => one.heard === 'ab');
      expect(one.ended).toBeNull();
    },
  );

  it('delays, and keeps the order', async () => {
    proxy.delay(20);
    const one = client();
    for (const letter of 'abcdef') {
      one.socket.write(letter);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await eventually(() => one.heard.length === 6);
    expect(one.heard).toBe('abcdef');
  });
});
