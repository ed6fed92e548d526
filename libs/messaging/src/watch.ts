import type { InjectionToken, Provider } from '@nestjs/common';
import { KafkaTransport } from './consume/kafka-transport.js';
import { Relay } from './events/relay.js';
import { messagingProbes, type Verdict } from './health.js';
import { messagingFigures, type FigureRegistry } from './metrics.js';
import { ParkedKeeper } from './parked/parked-keeper.js';
import { parkedFigures, parkedProbe } from './parked/watch-parked.js';

/** What a register of health probes must offer; `libs/observability` has one. */
export interface ProbeRegistry {
  add(probe: { name: string; ready: () => Verdict; live?: () => Verdict }): void;
}

/**
 * Puts a service's messaging before the eyes of its operator: ready means that the consumer moves and that what was
 * written is published.
 */
export const watchMessaging = (
  health: InjectionToken<ProbeRegistry>,
  figures: InjectionToken<FigureRegistry>,
): Provider => ({
  provide: 'MessagingWatch',
  inject: [health, figures, KafkaTransport, Relay, ParkedKeeper],
  useFactory: (
    probes: ProbeRegistry,
    registry: FigureRegistry,
    transport: KafkaTransport,
    relay: Relay,
    keeper: ParkedKeeper,
  ) => {
    messagingFigures(registry, transport, relay);
    parkedFigures(registry, keeper);
    [...messagingProbes(transport, relay), parkedProbe(keeper)].forEach((probe) => probes.add(probe));
    return true;
  },
});
