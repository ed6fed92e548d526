import type { ServiceName } from '#libs/contracts';

/** Whom a token speaks of, beside its role. */
export interface Also {
  readonly channel?: string;
  readonly gateway?: string;
  readonly region?: string;
}

/** Where a load is sent to. */
export interface Target {
  readonly kafka: readonly string[];
  /** Base URLs, one for each replica. */
  readonly services: Readonly<Record<ServiceName, readonly string[]>>;
  readonly token: (role: string, more?: Also) => Promise<string>;
}

/** Where a checker looks. */
export interface Evidence {
  readonly kafka: readonly string[];
  readonly databases: Readonly<Record<ServiceName, string>>;
  readonly target: Target;
}
