import type { ServiceName } from '#libs/contracts';

/** Kafka and PostgreSQL, wherever they come from. */
export interface Infrastructure {
  readonly source: 'environment' | 'containers' | 'this machine';
  readonly kafka: readonly string[];
  /** The server's own database `postgres`; null when each service has an address of its own. */
  readonly server: string | null;
  readonly databases: Readonly<Partial<Record<ServiceName, string>>>;
}

export const SERVICES: readonly ServiceName[] = ['reporting', 'enrollment', 'contribution', 'claims'];

const databaseAt = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

/** A database for each service on one server; the services make them when they are missing. */
export const databasesAt = (server: string): Readonly<Record<ServiceName, string>> => ({
  reporting: databaseAt(server, 'cakupan_reporting'),
  enrollment: databaseAt(server, 'cakupan_enrollment'),
  contribution: databaseAt(server, 'cakupan_contribution'),
  claims: databaseAt(server, 'cakupan_claims'),
});
