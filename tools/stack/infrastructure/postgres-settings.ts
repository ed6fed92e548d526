/** One server for four services on a developer's machine: durable, and roomy enough for a rebuild. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  fsync: 'on',
  synchronous_commit: 'on',
  // Each batch takes an advisory lock for every aggregate that it touches.
  max_locks_per_transaction: '1024',
  // A writing transaction that stands still would hold back every relay of the server.
  idle_in_transaction_session_timeout: '10s',
  timezone: 'UTC',
  log_timezone: 'UTC',
} as const;

/** Settings as `name=value`, in the form that both `postgres -c` and the container image take. */
export const postgresSettings = (): readonly string[] =>
  Object.entries(SETTINGS).map(([name, value]) => `${name}=${value}`);

/** Sorting and case by code point, the same on every machine. */
export const CLUSTER_OPTIONS = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
] as const;
