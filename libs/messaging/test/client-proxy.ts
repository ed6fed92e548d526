import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { testBrokers } from '#libs/testing';

const HOST = Buffer.from('127.0.0.1');
const LENGTH_BYTES = 4;

/** The broker's address as it stands in answers: the host, then the port in four bytes. */
const addressOf = (port: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(port);
  return Buffer.concat([HOST, bytes]);
};

/** Cuts a stream into Kafka's frames, each behind its length. */
class Frames {
  private rest: Buffer = Buffer.alloc(0);

  *of(chunk: Buffer): Generator<Buffer> {
    this.rest = Buffer.concat([this.rest, chunk]);
    while (this.rest.length >= LENGTH_BYTES) {
      const end = LENGTH_BYTES + this.rest.readInt32BE();
      if (this.rest.length < end) return;
      yield this.rest.subarray(0, end);
      this.rest = this.rest.subarray(end);
    }
  }
}

/**
 * A door before the broker that can be shut: answers are changed so that the broker is met behind the same door.
 * `hears` is shown each request.
 */
export const openProxy = async (hears: (request: Buffer) => void = () => undefined) => {
  const [host, port] = testBrokers()[0]!.split(':') as [string, string];
  const sockets = new Set<Socket>();
  let isShut = false;
  let isSilent = false;
  const server = createServer((client) => {
    if (isShut) return void client.destroy();
    const broker = connect(Number(port), host);
    const [requests, answers] = [new Frames(), new Frames()];
    broker.on('data', (chunk: Buffer) => {
      if (isSilent) return;
      for (const frame of answers.of(chunk)) {
        const at = frame.indexOf(theirs);
        if (at >= 0) ours.copy(frame, at);
        client.write(frame);
      }
    });
    client.on('data', (chunk: Buffer) => {
      if (isSilent) return;
      for (const frame of requests.of(chunk)) {
        hears(frame);
        broker.write(frame);
      }
    });
    for (const [socket, other] of [
      [client, broker],
      [broker, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const mine = (server.address() as AddressInfo).port;
  const theirs = addressOf(Number(port));
  const ours = addressOf(mine);
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    brokers: [`127.0.0.1:${mine}`],
    /** The broker is away: connections end, and no new one lives. */
    shut: () => {
      isShut = true;
      cut();
    },
    /** The broker is there and says nothing, as behind a cable that was pulled. */
    silence: () => {
      isSilent = true;
    },
    open: () => {
      if (isSilent) cut(); // what was swallowed meanwhile is missing
      isShut = false;
      isSilent = false;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
};

export type Proxy = Awaited<ReturnType<typeof openProxy>>;
