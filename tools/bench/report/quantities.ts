/** A figure that is published, and what is asked of it. */
export interface Quantity {
  readonly key: string;
  readonly what: string;
  readonly unit: string;
  readonly better: 'more' | 'less';
  /** What a release must hold; null: it is reported only. */
  readonly floor: number | null;
  readonly aim: number | null;
}

const more = (
  key: string,
  what: string,
  unit: string,
  floor: number | null,
  aim: number | null,
): Quantity => ({
  key,
  what,
  unit,
  better: 'more',
  floor,
  aim,
});

const less = (
  key: string,
  what: string,
  unit: string,
  floor: number | null,
  aim: number | null,
): Quantity => ({
  ...more(key, what, unit, floor, aim),
  better: 'less',
});

const LOADED_MB = { floor: 450, aim: 300 };

const peak = (key: string, service: string): Quantity =>
  less(key, `memory of ${service} meanwhile, at most`, 'MB', LOADED_MB.floor, LOADED_MB.aim);

/** Below this the naive way was kept from working, and nothing may be compared with it. */
export const NAIVE_PER_SECOND_LEAST = 250;

/** All figures, in the order in which they are shown. The key begins with the measurement that gives it. */
export const QUANTITIES: readonly Quantity[] = [
  more('projection.ours', 'projection catches up: facts to figures', 'events/s', 30_000, 50_000),
  more('projection.naive', 'the naive way', 'events/s', null, null),
  more('projection.ratio', 'times the naive way', '×', 50, 50),
  peak('projection.peak', 'reporting'),
  more('country.ours', 'projection catches up: all villages, a million persons', 'events/s', 12_500, null),
  less('country.year', 'the same for a year of 70 million persons', 'h', null, null),
  peak('country.peak', 'reporting'),
  more('rebuild.ours', 'rebuild beside the live figures: log to figures', 'events/s', 33_334, 100_000),
  less('rebuild.tenMillion', 'the same for ten million events', 's', 300, 100),
  less('rebuild.whole', 'until old and new are compared, too', 's', null, null),
  less('rebuild.before', 'a question to the live figures before, p99', 'ms', null, null),
  less('rebuild.p99', 'a question to the live figures meanwhile, p99', 'ms', null, null),
  less('rebuild.ratio', 'times as long as before', '×', 2, 1),
  peak('rebuild.peak', 'reporting'),
  less('queries.p50', 'a question about 70 million persons, median', 'ms', 50, null),
  less('queries.p99', 'a question about 70 million persons, p99', 'ms', 200, null),
  peak('queries.peak', 'reporting'),
  more('sign-ups.ours', 'sign-ups from Kafka: registered and published', '/s', 10_000, 25_000),
  more('sign-ups.naive', 'the naive way', '/s', null, null),
  more('sign-ups.ratio', 'times the naive way', '×', null, null),
  peak('sign-ups.peak', 'enrollment'),
  more('payments.ours', 'payments from Kafka: to the ledger and published', '/s', 5_000, null),
  more('payments.ledger', 'payments from Kafka: to the ledger, published meanwhile', '/s', 15_000, 35_000),
  more('payments.naive', 'the naive way', '/s', null, null),
  more('payments.ratio', 'times the naive way', '×', null, null),
  peak('payments.peak', 'contribution'),
  more('snap.ours', 'SNAP BI payments, durable, 64 connections', '/s', 1_500, null),
  less('snap.p99', 'p99 at 1,500/s, from the intended instant', 'ms', 60, null),
  less('snap.p50', 'its median', 'ms', null, null),
  peak('snap.peak', 'contribution'),
  more('requests.ours', '`POST /v1/sign-ups`, durable, 64 connections', '/s', 2_500, 6_000),
  less('requests.p99', 'its slowest of a hundred (p99)', 'ms', 50, 30),
  less('requests.p50', 'its median', 'ms', null, null),
  less('requests.pacedP99', 'p99 at 2,500/s, from the intended instant', 'ms', null, null),
  more('requests.naive', 'the naive way', '/s', null, null),
  more('requests.ratio', 'times the naive way', '×', null, 5),
  peak('requests.peak', 'enrollment'),
  more('bulk.ours', 'a file of sign-ups: taken in, each row answered', 'rows/s', 10_000, null),
  more('bulk.received', 'the same: taken in', 'rows/s', null, null),
  more('bulk.naive', 'the naive way', '/s', null, null),
  more('bulk.ratio', 'times the naive way', '×', null, null),
  peak('bulk.peak', 'enrollment'),
  more('relay.ours', 'relay: events of the log published', 'events/s', 8_000, 15_000),
  more('relay.naive', 'the naive way', 'events/s', null, null),
  more('relay.ratio', 'times the naive way', '×', null, null),
  peak('relay.peak', 'enrollment'),
  less('latency.p50', "gateway's send to a viewer's figure, median", 'ms', 150, 100),
  less('latency.p99', "gateway's send to a viewer's figure, p99", 'ms', 500, 400),
  less('latency.worst', "gateway's send to a viewer's figure, the slowest", 'ms', null, null),
  less('footprint.listening', 'a service: from its start until it listens', 's', 3, 1.5),
  less('footprint.ready', 'a service: from its start until it is ready', 's', 8, 4),
  less('footprint.afterKill', 'a service: ready again after kill -9', 's', 20, 15),
  less('footprint.idle', 'memory of a service, idle', 'MB', 220, 160),
  less('footprint.loaded', 'memory of a service under load, at most', 'MB', LOADED_MB.floor, LOADED_MB.aim),
  less('footprint.naive', 'the naive way: memory under load, at most', 'MB', null, null),
];
