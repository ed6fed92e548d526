import type { ServiceName } from '#libs/contracts';
import type { KillPoint } from '../points/points.js';
import type { Direction } from '../world/proxy.js';
import type { Server } from '../world/servers.js';

/** Something that is done to the world. Whatever takes time names it; what is left to chance is drawn when it is done. */
export type Fault =
  /** A process is taken away: anywhere, or the next that comes to the point. */
  | { readonly kind: 'kill'; readonly service: ServiceName; readonly point: KillPoint | null }
  /** A process stands still for so long, and goes on as if nothing had been. */
  | { readonly kind: 'freeze'; readonly service: ServiceName; readonly forMs: number }
  | { readonly kind: 'broker-away'; readonly by: 'SIGKILL' | 'SIGTERM'; readonly forMs: number }
  /** PostgreSQL ends without closing its files, and starts over them. */
  | { readonly kind: 'database-restart' }
  | { readonly kind: 'backends-ended' }
  | { readonly kind: 'cut'; readonly wire: Server }
  | { readonly kind: 'refused'; readonly wire: Server; readonly forMs: number }
  | { readonly kind: 'stalled'; readonly wire: Server; readonly direction: Direction; readonly forMs: number }
  | { readonly kind: 'slow'; readonly wire: Server; readonly upToMs: number; readonly forMs: number }
  /** A service's reading goes back by up to so many messages in each partition. */
  | { readonly kind: 'positions-back'; readonly service: ServiceName; readonly upTo: number }
  /** A service's publishing goes back by so many events in each lane. */
  | { readonly kind: 'cursor-back'; readonly service: ServiceName; readonly by: number }
  | { readonly kind: 'sent-twice'; readonly service: ServiceName }
  /** A bug of the relay: two events of one subject are published in the wrong order. */
  | { readonly kind: 'swapped'; readonly service: ServiceName }
  | { readonly kind: 'disk-full'; readonly server: Server; readonly forMs: number };

export type FaultKind = Fault['kind'];

/** One line for a person. */
export const describeFault = ({ kind, ...particulars }: Fault): string =>
  [kind, ...Object.values(particulars).filter((value) => value !== null)].join(' ');
