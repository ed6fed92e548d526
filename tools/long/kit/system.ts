import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '#libs/testing';
import { localIssuer } from '../../stack/local-issuer.js';
import { freePortsInARow } from '../../stack/processes/free-ports.js';
import { projectRoot } from '../../stack/project-root.js';
import { WITHOUT_CONTAINERS } from '../../stack/testing/without-containers.js';
import type { Stack } from '../../stack/start/stack-file.js';

const START = join(projectRoot, 'dist/tools/stack/start.js');
const SERVICES = 4;
const READY_MS = 120_000;
const END_MS = 15_000;

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Where a system ran before, and what else it is told. */
interface Given {
  readonly folder?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Whom a token speaks for. */
interface For {
  readonly channel?: string;
  readonly gateway?: string;
  readonly region?: string;
}

/** A request of somebody with a role. */
interface Request {
  readonly method: string;
  readonly path: string;
  readonly role: string;
  readonly as?: For;
  /** A text is sent as it stands, as the media type that is said. */
  readonly body?: object | string;
  readonly type?: string;
}

/**
 * The whole system as `npm start` brings it, in a folder and on ports of its own. Its Kafka and PostgreSQL are processes
 * of this machine, which end with it: an engine would keep their volumes.
 */
export class System {
  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly said: string[],
  ) {}

  /** Starts it and waits until it is ready; with its own Kafka and PostgreSQL, unless `env` says where others are. */
  static async start(args: readonly string[], given: Given = {}): Promise<System> {
    const folder = given.folder ?? (await mkdtemp(join(tmpdir(), 'cakupan-e2e-')));
    const port = given.port ?? (await freePortsInARow(SERVICES));
    const said: string[] = [];
    const options = ['--data', folder, '--port', String(port), ...args];
    const child = spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', START, ...options], {
      env: { ...process.env, ...WITHOUT_CONTAINERS, KAFKA_BROKERS: '', DATABASE_URL: '', ...given.env },
    });
    for (const output of [child.stdout, child.stderr]) output.on('data', (text) => said.push(String(text)));
    const system = new System(folder, port, child, said);
    try {
      await eventually(() => existsSync(join(folder, 'stack.json')) || system.failWhenEnded(), READY_MS);
    } catch (error) {
      await system.stop().catch(() => undefined); // what kept it from starting says more
      throw error;
    }
    return system;
  }

  get output(): string {
    return this.said.join('');
  }

  get stack(): Stack {
    return JSON.parse(readFileSync(join(this.folder, 'stack.json'), 'utf8')) as Stack;
  }

  /** Waits until the sample is there whole. */
  async loaded(withinMs: number): Promise<void> {
    await eventually(() => this.stack.sample === 'loaded' || this.failWhenEnded(), withinMs);
  }

  token(role: string, more: For = {}): Promise<string> {
    return localIssuer(this.folder).then((issuer) => issuer.token({ role, ...more }));
  }

  /** Asks a service, as somebody with that role. */
  ask<T>(service: keyof Stack['services'], path: string, role = 'analyst'): Promise<T> {
    return this.tell<T>(service, { method: 'GET', path, role });
  }

  /** Sends a service a request, as somebody with that role, and gives its answer. Fails when that is not a good one. */
  async tell<T>(
    service: keyof Stack['services'],
    { method, path, role, as, body, type = 'application/json' }: Request,
  ): Promise<T> {
    const answer = await fetch(`${this.stack.services[service]}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.token(role, as)}`,
        ...(body && { 'content-type': type }),
      },
      ...(body && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${method} ${path}: ${text}`);
    return JSON.parse(text) as T;
  }

  /** Ends it as Ctrl-C does; answers after how many milliseconds it was gone. */
  async stop(): Promise<number> {
    const begunAt = performance.now();
    this.child.kill('SIGINT');
    await eventually(() => ended(this.child), END_MS + 5_000);
    return performance.now() - begunAt;
  }

  async remove(): Promise<void> {
    if (!ended(this.child)) await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private failWhenEnded(): false {
    if (ended(this.child)) throw new Error(`the system ended:\n${this.output}`);
    return false;
  }
}
