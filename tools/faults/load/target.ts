export type ServiceName = 'enrollment' | 'contribution' | 'claims' | 'reporting';

/** Whose token is asked for, beside the role. */
export interface Bearing {
  readonly channel?: string;
  readonly gateway?: string;
  readonly region?: string;
}

/** A running system as its clients see it. */
export interface Target {
  readonly kafka: readonly string[];
  /** Base URLs, one for each replica. */
  readonly services: Readonly<Record<ServiceName, readonly string[]>>;
  readonly token: (role: string, more?: Bearing) => Promise<string>;
}
