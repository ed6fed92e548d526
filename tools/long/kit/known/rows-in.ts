import type { ServiceName } from '#libs/contracts';
import { askEach } from '../../../cli/stack-in.js';
import type { System } from '../system.js';

/** What a service's database answers. */
export const rowsIn = async <Row extends object>(
  { stack }: System,
  service: ServiceName,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row[]> =>
  askEach<Row>(
    { ...stack, postgres: { [service]: stack.postgres[service]! } as typeof stack.postgres },
    sql,
    params,
  );
