import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allTopics, type ServiceName, type TopicContract } from '#libs/contracts';
import { connectKafka, ensureTopics, type KafkaClient } from '#libs/messaging';
import { Member } from '../../faults/world/member.js';
import { secretsIn } from '../../stack/folder/secrets.js';
import { fromThisMachine } from '../../stack/infrastructure/from-this-machine.js';
import { localIssuer, type LocalIssuer } from '../../stack/local-issuer.js';
import { openSite } from '../../stack/open-site.js';
import { freePorts } from '../../stack/processes/free-ports.js';
import { compiled } from '../../stack/project-root.js';
import type { Say } from '../../stack/progress.js';
import type { Site } from '../../stack/site.js';
import { Pids } from '../../stack/start/pids.js';
import { serviceEnv, type Surroundings } from '../../stack/start/service-env.js';
import { serviceProcess, serviceRecipe } from '../../stack/supervise/service.js';
import { Databases } from './databases.js';
import { forked, type Forked } from './forked.js';
import { cpuSecondsOf } from './usage.js';

const QUIET_MS = 2_000;
/** The broker of a rig is never started again, and a machine that is kept busy may hold it up for a while. */
const BROKER_SESSION_MS = 60_000;

/** A service that was started, and may not yet be ready. */
export interface Running {
  readonly url: string;
  /** Of its process as it is now. */
  readonly pid: () => number;
  /** Resolves when it is ready. */
  readonly ready: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** One of several processes of a service. */
export interface RigReplica {
  readonly url: string;
  readonly member: Member;
}

/** Seconds of CPU used so far, by who used them. */
export type CpuSeconds = Readonly<Record<string, number>>;

/**
 * Kafka and PostgreSQL on a folder that is thrown away, started as `npm start` starts them, and the services on
 * whichever databases a round gives them.
 */
export class Rig {
  private constructor(
    private readonly site: Site,
    private readonly pids: Pids,
    private readonly surroundings: Surroundings,
    readonly databases: Databases,
    readonly client: KafkaClient,
    readonly issuer: LocalIssuer,
  ) {}

  static async open(say: Say): Promise<Rig> {
    const path = await mkdtemp(join(tmpdir(), 'cakupan-bench-'));
    await chmod(path, 0o755); // PostgreSQL runs under another account
    const pids = new Pids(() => undefined);
    const opened = await openSite(path, { fleeting: true }, say);
    const site = { ...opened, watcher: pids.beside(opened.watcher) };
    try {
      return await Rig.on(site, pids);
    } catch (error) {
      await site.ending.disposeAsync();
      throw error;
    }
  }

  private static async on(site: Site, pids: Pids): Promise<Rig> {
    const { kafka, server } = await fromThisMachine(site, { sessionMs: BROKER_SESSION_MS });
    await ensureTopics(kafka, allTopics);
    const secrets = await secretsIn(site.folder.file('secrets.json'));
    const issuer = await localIssuer(site.folder.path);
    const surroundings = { kafka, secrets, story: false, dataFolder: site.folder.path };
    const client = connectKafka({ brokers: kafka, clientId: 'bench' });
    const databases = new Databases(server!);
    site.ending.defer(() => client.close());
    site.ending.defer(() => databases.close());
    return new Rig(site, pids, surroundings, databases, client, issuer);
  }

  get kafka(): readonly string[] {
    return this.surroundings.kafka;
  }

  get folder(): string {
    return this.site.folder.path;
  }

  /** Topics beside those of the project. */
  ensureTopics(topics: readonly TopicContract[]): Promise<void> {
    return ensureTopics(this.kafka, topics);
  }

  /** Starts a service, as `npm start` does, on this database; `more` is what its environment says beside that. */
  async start(name: ServiceName, database: string, more: NodeJS.ProcessEnv = {}): Promise<Running> {
    const [port = 0] = await freePorts(1);
    const given = { ...this.site.env, ...more };
    const env = serviceEnv(name, { port, database }, this.surroundings, given);
    const process = serviceProcess(this.site, { name, port, env });
    let isStopped = false;
    const stop = async () => {
      if (isStopped) return;
      isStopped = true;
      await process.stop();
      while (this.pids.all()[name] !== undefined) await sleep(1); // the next one of this name is noted under it, too
    };
    this.site.ending.defer(stop);
    const ready = process.start();
    ready.catch(() => undefined); // whoever waits for it hears of it
    while (this.pids.all()[name] === undefined) await sleep(1);
    return { url: `http://127.0.0.1:${port}`, pid: () => this.pidOf(name), ready, stop };
  }

  /** A process of a service beside others of its kind, started again whenever it dies; not started yet. */
  async replica(name: ServiceName, number: number, database: string): Promise<RigReplica> {
    const [port = 0] = await freePorts(1);
    const { folder, env: given, ending } = this.site;
    const place = { port, database: this.databases.urlOf(database) };
    const env = serviceEnv(name, place, this.surroundings, given);
    const called = `${name}-${number}`;
    const program = [compiled(`apps/${name}/src/main`)];
    const recipe = serviceRecipe({ name: called, port, env }, folder.logFile(called), program);
    const member = new Member(recipe, folder);
    ending.defer(() => member.end());
    return { url: `http://127.0.0.1:${port}`, member };
  }

  /** Starts another program of the bench, compiled, with these arguments. */
  fork(name: string, script: string, args: readonly string[]): Forked {
    const started = forked({ folder: this.site.folder, name, script, args });
    this.site.ending.defer(started.stop);
    return started;
  }

  /** What broker, database server and a process have used so far. */
  cpu(service: string, pid: number): CpuSeconds {
    return {
      [service]: cpuSecondsOf(pid),
      PostgreSQL: cpuSecondsOf(this.pidOf('postgres')),
      Kafka: cpuSecondsOf(this.pidOf('kafka')),
    };
  }

  /** Lets the servers come to rest before a round. */
  async quiet(): Promise<void> {
    await this.databases.onServer('checkpoint');
    await sleep(QUIET_MS);
  }

  /** Ends everything and throws the folder away. */
  end(): Promise<void> {
    return this.site.ending.disposeAsync();
  }

  private pidOf(name: string): number {
    const pid = this.pids.all()[name];
    if (pid === undefined) throw new Error(`${name} does not run`);
    return pid;
  }
}

/** Does something on a rig of its own. */
export const onRig = async <T>(say: Say, work: (rig: Rig) => Promise<T>): Promise<T> => {
  const rig = await Rig.open(say);
  try {
    return await work(rig);
  } finally {
    await rig.end();
  }
};
