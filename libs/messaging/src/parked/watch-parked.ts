import type { Verdict } from '../health.js';
import type { FigureRegistry } from '../metrics.js';
import { WAITING_ALARM, type ParkedKeeper } from './parked-keeper.js';

/** How many messages wait, for Prometheus. */
export const parkedFigures = (registry: FigureRegistry, keeper: ParkedKeeper): void => {
  registry.gauge(
    {
      name: 'parked_messages_waiting',
      help: 'Messages that were set aside and wait for an operator.',
      labels: ['topic', 'reason'],
    },
    (gauge) => {
      gauge.reset();
      for (const { topic, reason, count } of keeper.waiting) gauge.set({ topic, reason }, count);
    },
  );
};

/** Says how many wait. An alarm, yet no reason to send the service no requests: the others are taken. */
export const parkedProbe = (keeper: ParkedKeeper) => ({
  name: 'parked',
  ready: (): Verdict => {
    const total = keeper.total();
    const detail = `${total} parked messages wait`;
    return { ok: true, detail: total > WAITING_ALARM ? `alarm: ${detail}, over ${WAITING_ALARM}` : detail };
  },
});
