import { defineTopic, type TopicContract } from './define.js';

const DAY_MS = 86_400_000;
const MIB = 1_048_576;

/** All that concerns a person lies in the same partition number of each topic, so the number is one for all. */
const PARTITIONS = 12;

/** Inbound messages carry NIK and names: they stay only as long as a channel may want them read again. */
const INBOUND = { partitions: PARTITIONS, retention: { ms: 7 * DAY_MS }, public: false };
const RESULTS = {
  partitions: PARTITIONS,
  retention: { ms: 30 * DAY_MS },
  maxMessageBytes: MIB,
  public: true,
};
const FACTS = { partitions: PARTITIONS, retention: 'for-ever', maxMessageBytes: MIB, public: false } as const;
const LATEST = { partitions: PARTITIONS, retention: 'compacted', maxMessageBytes: MIB } as const;

export const signUpsTopic = defineTopic({
  ...INBOUND,
  name: 'channel.sign-ups.v1',
  writer: 'channels',
  maxMessageBytes: MIB,
  summary: 'Sign-ups as the channels send them, with NIK and names; read by enrollment only.',
});

export const paymentsTopic = defineTopic({
  ...INBOUND,
  name: 'gateway.payments.v1',
  writer: 'gateways',
  // one payment may have 10,000 lines
  maxMessageBytes: 4 * MIB,
  summary:
    'Payments and reversals as the gateways send them, at times with a NIK; read by contribution only.',
});

export const membersTopic = defineTopic({
  ...FACTS,
  name: 'enrollment.members.v1',
  writer: 'enrollment',
  summary: 'What became of memberships: registered, changed, ended; and persons erased.',
});

export const signUpResultsTopic = defineTopic({
  ...RESULTS,
  name: 'enrollment.sign-up-results.v1',
  writer: 'enrollment',
  summary: 'One result for each sign-up, for the channel that sent it.',
});

export const contributionsTopic = defineTopic({
  ...FACTS,
  name: 'contribution.contributions.v1',
  writer: 'contribution',
  summary: 'Contributions paid and reversed; memberships lapsed and revived.',
});

export const paymentResultsTopic = defineTopic({
  ...RESULTS,
  name: 'contribution.payment-results.v1',
  writer: 'contribution',
  summary: 'What became of each payment, for the gateway that sent it.',
});

export const claimsTopic = defineTopic({
  ...FACTS,
  name: 'claims.claims.v1',
  writer: 'claims',
  summary: 'Claims submitted and decided; benefits paid and returned.',
});

export const paymentIdentitiesTopic = defineTopic({
  ...LATEST,
  name: 'enrollment.payment-identities.v1',
  writer: 'enrollment',
  public: false,
  summary: 'By which code and NIK token a membership can be paid for; a tombstone when the person is erased.',
});

export const registersTopic = defineTopic({
  ...LATEST,
  name: 'enrollment.registers.v1',
  writer: 'enrollment',
  public: true,
  summary: 'The latest entry of each code, of whichever register it was recorded in last.',
});

export const registerEntriesTopic = defineTopic({
  ...LATEST,
  name: 'enrollment.register-entries.v1',
  writer: 'enrollment',
  public: false,
  summary:
    'The latest entry of each code in each register: channels, agents, employers, sponsors, campaigns.',
});

export const remindersTopic = defineTopic({
  ...RESULTS,
  name: 'enrollment.reminders.v1',
  writer: 'enrollment',
  summary: 'Which member should hear of what, for whoever notifies people; each once.',
});

export const coverageTopic = defineTopic({
  ...LATEST,
  name: 'reporting.coverage.v1',
  writer: 'reporting',
  public: true,
  summary: 'The latest coverage figure of each region.',
});

const CHECKPOINTS = {
  ...FACTS,
  summary: 'How many events the service has said on its lasting topic, and their digests.',
};

export const enrollmentCheckpointsTopic = defineTopic({
  ...CHECKPOINTS,
  name: 'enrollment.checkpoints.v1',
  writer: 'enrollment',
});

export const contributionCheckpointsTopic = defineTopic({
  ...CHECKPOINTS,
  name: 'contribution.checkpoints.v1',
  writer: 'contribution',
});

export const claimsCheckpointsTopic = defineTopic({
  ...CHECKPOINTS,
  name: 'claims.checkpoints.v1',
  writer: 'claims',
});

/** Every topic there is. */
export const allTopics: readonly TopicContract[] = [
  signUpsTopic,
  paymentsTopic,
  membersTopic,
  signUpResultsTopic,
  contributionsTopic,
  paymentResultsTopic,
  claimsTopic,
  paymentIdentitiesTopic,
  registersTopic,
  registerEntriesTopic,
  remindersTopic,
  coverageTopic,
  enrollmentCheckpointsTopic,
  contributionCheckpointsTopic,
  claimsCheckpointsTopic,
];
