import { setTimeout as sleep } from 'node:timers/promises';
import { identify, stillRuns, type Identity } from './identity.js';

const POLL_MS = 25;

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself meanwhile.
  }
};

const endedWithin = async (target: Identity, ms: number): Promise<boolean> => {
  const deadline = performance.now() + ms;
  while (stillRuns(target)) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
};

/** Ends a process: asks with the signal, waits `graceMs`, then takes it away by SIGKILL. Resolves when it is gone. */
export const endProcess = async (
  target: Identity,
  asking: NodeJS.Signals,
  graceMs: number,
): Promise<void> => {
  if (!stillRuns(target)) return;
  signal(target.pid, asking);
  if (await endedWithin(target, graceMs)) return;
  signal(target.pid, 'SIGKILL');
  await endedWithin(target, graceMs);
};

/** Ends the process with this number, whatever it is now. */
export const endPid = async (pid: number, asking: NodeJS.Signals, graceMs: number): Promise<void> => {
  const target = identify(pid);
  if (target !== null) await endProcess(target, asking, graceMs);
};
