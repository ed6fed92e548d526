import { fork, type ChildProcess } from 'node:child_process';
import type { DataFolder } from '../../stack/folder/data-folder.js';
import { endPid } from '../../stack/processes/end-process.js';
import { compiled } from '../../stack/project-root.js';
import { closeLog, lastLines, reopenLog } from '../../stack/supervise/log-file.js';
import { NODE_FLAGS } from '../../stack/supervise/service.js';

const STOP_WITHIN_MS = 10_000;

/** A program of the bench in a process of its own. */
export interface Forked {
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** The next message of a program; fails when it ends instead. */
export const nextMessage = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const failed = () =>
      reject(new Error(`a program of the bench ended: ${child.spawnargs.slice(-2).join(' ')}`));
    if (hasEnded(child)) return failed();
    const onEnd = () => {
      child.off('message', onMessage);
      failed();
    };
    const onMessage = (message: unknown) => {
      child.off('exit', onEnd);
      resolve(message as T);
    };
    child.once('exit', onEnd);
    child.once('message', onMessage);
  });

interface Given {
  readonly folder: DataFolder;
  readonly name: string;
  /** By its path from the root, without extension. */
  readonly script: string;
  readonly args: readonly string[];
}

/** Starts it as a service is started: with the same flags, its output in a log of its own. */
export const forked = ({ folder, name, script, args }: Given): Forked => {
  const log = folder.logFile(name);
  const output = reopenLog(log);
  const child = fork(compiled(script), [...args], {
    execArgv: [...NODE_FLAGS],
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeLog(output);
  const { pid = 0 } = child;
  folder.started(pid, 'SIGTERM');
  let isAsked = false;
  child.once('exit', (code, signal) => {
    folder.ended(pid);
    if (!isAsked)
      console.error(`${name} ended by itself (${signal ?? code}). Its log ends with:\n${lastLines(log)}`);
  });
  const stop = async () => {
    isAsked = true;
    if (hasEnded(child)) return; // its number may be another's by now
    await endPid(pid, 'SIGTERM', STOP_WITHIN_MS);
  };
  return { child, stop };
};
