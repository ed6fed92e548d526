import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { endProcess } from '../processes/end-process.js';
import { Guard } from '../processes/guard.js';
import { checkRoom, NEEDED_MIB } from './disk.js';
import { Lock } from './lock.js';

const LOCK = 'lock.json';
/** All that ever lies in a data folder, apart from the lock; nothing else in it is touched. */
const CONTENTS =
  'kafka postgres postgres.new files logs secrets.json local-issuer.jwk jwks.json contents.json stack.json';
const LEFTOVER_GRACE_MS = 10_000;

/** How a data folder is to be taken. */
export interface Opening {
  /** Forget what is in it. */
  readonly fresh?: boolean | undefined;
  /** Throw it away at the end. */
  readonly fleeting?: boolean;
  /** Asked before anything in the folder is changed; when it throws, all is as it was. */
  readonly check?: (() => Promise<void>) | undefined;
}

/** The folder that holds all data of one stack, in this process's hands alone until it is released. */
export class DataFolder {
  private constructor(
    /** Absolute. */
    readonly path: string,
    private readonly lock: Lock,
    private readonly guard: Guard,
    /** Nothing was in it before. */
    readonly isNew: boolean,
    /** It is thrown away after use. */
    readonly isFleeting: boolean,
  ) {}

  /** Takes the folder, ends what a killed run left running on it, and with `fresh` forgets what is in it. */
  static async open(path: string, opening: Opening = {}): Promise<DataFolder> {
    const { fresh = false, fleeting = false, check } = opening;
    const folder = resolve(path);
    const made = await mkdir(join(folder, 'logs'), { recursive: true });
    const { lock, leftovers } = await Lock.take(join(folder, LOCK), folder);
    try {
      for (const process of leftovers) await endProcess(process, 'SIGINT', LEFTOVER_GRACE_MS);
      for (const process of leftovers) lock.remove(process.pid);
      await check?.();
      if (fresh) await forget(folder);
      await checkRoom(folder, NEEDED_MIB);
      const isNew = !existsSync(join(folder, 'secrets.json'));
      return new DataFolder(
        folder,
        lock,
        new Guard(join(folder, 'stack.json'), fleeting ? folder : null),
        isNew,
        fleeting,
      );
    } catch (error) {
      if (made !== undefined) await rm(made, { recursive: true, force: true });
      lock.release();
      throw error;
    }
  }

  file(...names: string[]): string {
    return join(this.path, ...names);
  }

  logFile(name: string): string {
    return this.file('logs', `${name}.log`);
  }

  /** Notes a process that was started, so that whoever comes after a crash can end it. */
  started(pid: number, stopSignal: NodeJS.Signals): void {
    this.lock.add(pid);
    this.guard.watch(pid, stopSignal);
  }

  ended(pid: number): void {
    this.guard.forget(pid);
    this.lock.remove(pid);
  }

  /** Gives the folder up; whatever was started on it has ended before. */
  async release(): Promise<void> {
    this.guard.dismiss();
    // a server that was just ended may still leave a last file
    if (this.isFleeting)
      await rm(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    else this.lock.release();
  }
}

const forget = async (folder: string): Promise<void> => {
  await Promise.all(
    CONTENTS.split(' ').map((name) => rm(join(folder, name), { recursive: true, force: true })),
  );
  await mkdir(join(folder, 'logs'), { recursive: true });
};
