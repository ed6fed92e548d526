import { setTimeout as sleep } from 'node:timers/promises';
import { nextMessage } from '../rig/forked.js';
import type { Rig } from '../rig/rig.js';
import type { Glance, Viewing } from './viewing.js';

const LOOK_MS = 100;

/** The viewer outside, seen from the bench. */
export class ViewerProcess {
  private constructor(readonly glances: Glance[]) {}

  /** Starts a viewer; resolves when its streams are open. */
  static async start(rig: Rig, viewing: Viewing): Promise<ViewerProcess> {
    const { child } = rig.fork('viewer', 'tools/bench/outside/viewer', [JSON.stringify(viewing)]);
    const glances: Glance[] = [];
    child.on('message', (seen: Glance[]) => glances.push(...seen));
    await nextMessage(child);
    return new ViewerProcess(glances);
  }

  /** Waits until it was shown such a figure, or for so long. */
  async until(isIt: (glance: Glance) => boolean, withinMs: number): Promise<void> {
    const until = performance.now() + withinMs;
    while (!this.glances.some(isIt) && performance.now() < until) await sleep(LOOK_MS);
    await sleep(LOOK_MS * 5);
  }

  /** The figure of the region that it was shown last; 0 when none was. */
  last(region: string): number {
    return this.glances.findLast((glance) => glance.region === region)?.persons ?? 0;
  }
}
