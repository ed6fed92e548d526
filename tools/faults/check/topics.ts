import type { ServiceName } from '../load/target.js';

export const SERVICES: readonly ServiceName[] = ['enrollment', 'contribution', 'claims', 'reporting'];

/** A topic, as the page about the outside of the system states it. */
export interface Topic {
  readonly name: string;
  /** null: outside programs. */
  readonly writer: ServiceName | null;
  readonly readers: readonly ServiceName[];
  /** Only the last message of each key is sure to be there. */
  readonly isCompacted: boolean;
}

const topic = (
  name: string,
  writer: ServiceName | null,
  readers: readonly ServiceName[],
  isCompacted = false,
): Topic => ({ name, writer, readers, isCompacted });

export const MEMBERS = 'enrollment.members.v1';
export const SIGN_UP_RESULTS = 'enrollment.sign-up-results.v1';
export const CONTRIBUTIONS = 'contribution.contributions.v1';
export const PAYMENT_RESULTS = 'contribution.payment-results.v1';
export const CLAIMS = 'claims.claims.v1';

export const TOPICS: readonly Topic[] = [
  topic('channel.sign-ups.v1', null, ['enrollment']),
  topic('gateway.payments.v1', null, ['contribution']),
  topic(MEMBERS, 'enrollment', ['contribution', 'claims', 'reporting']),
  topic(SIGN_UP_RESULTS, 'enrollment', []),
  topic('enrollment.payment-identities.v1', 'enrollment', ['contribution'], true),
  topic('enrollment.registers.v1', 'enrollment', [], true),
  topic('enrollment.register-entries.v1', 'enrollment', ['contribution'], true),
  topic('enrollment.reminders.v1', 'enrollment', []),
  topic(CONTRIBUTIONS, 'contribution', ['enrollment', 'claims', 'reporting']),
  topic(PAYMENT_RESULTS, 'contribution', []),
  topic(CLAIMS, 'claims', ['enrollment', 'reporting']),
  topic('reporting.coverage.v1', 'reporting', [], true),
  topic('enrollment.checkpoints.v1', 'enrollment', ['reporting']),
  topic('contribution.checkpoints.v1', 'contribution', ['reporting']),
  topic('claims.checkpoints.v1', 'claims', ['reporting']),
];

/** A topic by its name. */
export const topicNamed = (name: string): Topic => TOPICS.find((one) => one.name === name)!;
