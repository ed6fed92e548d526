import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: string | undefined;
  readonly authorization: string | undefined;
}

export interface Reply {
  readonly status: number;
  readonly body?: object;
}

const bodyOf = async (request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
};

/** A service over real HTTP that answers as a test says, and remembers what it was asked. */
export class FakeApi {
  readonly seen: Seen[] = [];
  private readonly server: Server;

  constructor(private readonly reply: (seen: Seen, api: FakeApi) => Reply) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const at = headers['cakupan-story-time'] as string | undefined;
    const seen = { method, path, body: await bodyOf(request), at, authorization: headers.authorization };
    this.seen.push(seen);
    const { status, body = {} } = this.reply(seen, this);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
}
