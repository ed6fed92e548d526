import { connect, createServer, type Server, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { Chance } from '../../sample/chance/chance.js';
import { Gate, type Weather } from './gate.js';

export const DIRECTIONS = ['to-server', 'to-client'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const HOST = '127.0.0.1';

interface Connection {
  readonly sockets: readonly [Socket, Socket];
  readonly gates: Readonly<Record<Direction, Gate>>;
}

/** A wire between services and a server that can be cut, refused, stalled one way and made slow. */
export class Proxy {
  private readonly open = new Set<Connection>();
  private readonly weather: Record<Direction, Weather> = {
    'to-server': { isStalled: false, delayUpToMs: 0 },
    'to-client': { isStalled: false, delayUpToMs: 0 },
  };
  private isRefusing = false;
  private readonly server: Server;

  /** Each delay is drawn from `chance`. */
  constructor(
    private readonly serverPort: number,
    private readonly chance: Chance,
  ) {
    this.server = createServer((client) => this.accept(client));
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ port, host: HOST }, resolve);
    });
  }

  /** Resets every connection, in the middle of what it carries; answers how many there were. */
  cut(): number {
    const cut = [...this.open];
    for (const { sockets } of cut) for (const socket of sockets) socket.resetAndDestroy();
    return cut.length;
  }

  /** Cuts, and resets whoever comes, until `allow`. */
  refuse(): void {
    this.isRefusing = true;
    this.cut();
  }

  allow(): void {
    this.isRefusing = false;
  }

  /** Lets nothing more pass in one direction, on open and on new connections, until `flow`; both ends stay connected. */
  stall(direction: Direction): void {
    this.weather[direction].isStalled = true;
  }

  /** Makes every chunk of both directions late by up to so much, until `flow`. */
  delay(upToMs: number): void {
    for (const direction of DIRECTIONS) this.weather[direction].delayUpToMs = upToMs;
  }

  /** No stall and no delay any more; what was held back arrives. */
  flow(): void {
    for (const direction of DIRECTIONS) {
      this.weather[direction].isStalled = false;
      this.weather[direction].delayUpToMs = 0;
      for (const { gates } of this.open) gates[direction].letGo();
    }
  }

  async close(): Promise<void> {
    this.refuse();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private accept(client: Socket): void {
    if (this.isRefusing) {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ port: this.serverPort, host: HOST, noDelay: true });
    client.setNoDelay(true);
    const gates = {
      'to-server': new Gate(this.weather['to-server'], this.chance),
      'to-client': new Gate(this.weather['to-client'], this.chance),
    };
    const connection = { sockets: [client, server], gates } as const;
    this.open.add(connection);
    const end = () => {
      this.open.delete(connection);
      for (const socket of connection.sockets) socket.destroy();
    };
    pipeline(client, gates['to-server'], server, end);
    pipeline(server, gates['to-client'], client, end);
  }
}
