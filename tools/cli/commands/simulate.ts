import { membersTopic, paymentIdentitiesTopic } from '#libs/contracts';
import { connectKafka } from '#libs/messaging';
import { simulate } from '../../simulator/simulate.js';
import { CannotRun } from '../cannot-run.js';
import type { Command } from '../command.js';
import { lookAtLag } from '../look/lag.js';
import { askEach, stackIn } from '../stack-in.js';

const PARKED = `
  select count(*)::int as count from parked_message where status = 'waiting' and topic = any($1)`;

const MEMBERSHIPS = [membersTopic.name, paymentIdentitiesTopic.name];

const whole = (name: string, value: unknown, least: number): number => {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new CannotRun(`--${name} needs a whole number from ${least} on, not "${String(value)}".`);
};

/** Lets so many invented members sign up and pay, and says what became of every input. */
export const simulateCommand: Command = {
  usage: 'simulate --members 100000 --seed 7 [--rate 1000]',
  summary: 'invented members sign up and pay; every input is accounted for',
  options: {
    members: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '7' },
    rate: { type: 'string' },
  },
  run: async ({ folder, values }) => {
    const stack = stackIn(folder);
    const countParked = async (topics: readonly string[]) =>
      (await askEach<{ count: number }>(stack, PARKED, [topics])).reduce((sum, { count }) => sum + count, 0);
    const kafka = connectKafka({ brokers: stack.kafka, clientId: 'cakupan-simulate-lag' });
    const isBehind = async () => {
      const { found } = (await lookAtLag(stack, kafka)).get('contribution') ?? { found: null };
      return (found ?? []).some(({ topic, lag }) => MEMBERSHIPS.includes(topic) && lag > 0n);
    };
    const summary = await simulate({
      brokers: stack.kafka,
      members: whole('members', values['members'], 1),
      seed: whole('seed', values['seed'], 0),
      rate: values['rate'] === undefined ? null : whole('rate', values['rate'], 1),
      countParked,
      isBehind,
    });
    return [{ ...summary, balanced: String(summary.balanced) }];
  },
};
