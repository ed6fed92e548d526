import kafkajs, { type ConsumerConfig } from 'kafkajs';
import pg from 'pg';
import { reach } from './reach.js';

const ROLL_UP = /delete from step_batch/;
const POSITIONS = /from consumer_position\s+where consumer = \$1 and topic = any/;

let hasJoined = false;

/** Notes that the group was divided anew: the next reading of positions belongs to that. */
const watchJoins = (): void => {
  const make = kafkajs.Kafka.prototype.consumer;
  kafkajs.Kafka.prototype.consumer = function consumer(this: kafkajs.Kafka, config: ConsumerConfig) {
    const made = make.call(this, config);
    made.on(made.events.GROUP_JOIN, () => (hasJoined = true));
    return made;
  };
};

const before = (sql: string): void => {
  if (!hasJoined || !POSITIONS.test(sql)) return;
  hasJoined = false;
  reach('in-a-rebalance');
};

const afterRollUp = async (answer: unknown): Promise<unknown> => {
  const result = await answer;
  reach('in-the-roll-up');
  return result;
};

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** In the transaction of reporting's roll-up, when its statement is done; and while positions are read after a join. */
export const wrapStatements = (): void => {
  watchJoins();
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function queryUnlessKilled(this: pg.Client, ...args: unknown[]) {
    const [sql] = args;
    if (typeof sql !== 'string') return query.apply(this, args);
    before(sql);
    const answer = query.apply(this, args);
    return ROLL_UP.test(sql) ? afterRollUp(answer) : answer;
  };
};
