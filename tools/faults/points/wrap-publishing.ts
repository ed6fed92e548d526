import kafkajs, { type Producer, type ProducerBatch, type ProducerConfig, type TopicMessages } from 'kafkajs';
import { claimsTopic, contributionsTopic, membersTopic } from '#libs/contracts';
import { Relay } from '#libs/messaging';
import { isArmed, reach, spend } from './reach.js';

type Messages = TopicMessages['messages'];

/** Topics that others read in order, counting the sequence of each subject. */
const COUNTED: readonly string[] = [membersTopic.name, contributionsTopic.name, claimsTopic.name];

const subjectOf = (message: Messages[number] | undefined) => String(message?.headers?.['ce_subject']);

/** The messages with two neighbours of one subject in each other's place; null when there is no such pair. */
export const swapped = (messages: Messages): Messages | null => {
  const lastAt = new Map<string, number>();
  for (const [second, message] of messages.entries()) {
    const first = lastAt.get(subjectOf(message));
    if (first !== undefined) return messages.with(first, message).with(second, messages[first]!);
    lastAt.set(subjectOf(message), second);
  }
  return null;
};

const swappedIn = (batch: ProducerBatch): ProducerBatch | null => {
  const { topicMessages = [] } = batch;
  for (const [at, { topic, messages }] of topicMessages.entries()) {
    const wrong = COUNTED.includes(topic) ? swapped(messages) : null;
    if (wrong !== null)
      return { ...batch, topicMessages: topicMessages.with(at, { topic, messages: wrong }) };
  }
  return null;
};

const perhapsSwapped = (batch: ProducerBatch): ProducerBatch => {
  const wrong = isArmed('swap-two-of-one-key') ? swappedIn(batch) : null;
  return wrong !== null && spend('swap-two-of-one-key') ? wrong : batch;
};

const wrapProducer = (producer: Producer): Producer => {
  const sendBatch = producer.sendBatch.bind(producer);
  producer.sendBatch = async (batch) => {
    const acknowledged = await sendBatch(perhapsSwapped(batch));
    reach('between-acknowledgement-and-cursor');
    if (spend('send-twice')) await sendBatch(batch);
    return acknowledged;
  };
  return producer;
};

/** A relay dies after its hint was due, or after its send was acknowledged; or it sends twice, or in the wrong order. */
export const wrapPublishing = (): void => {
  const { wake } = Relay.prototype;
  Relay.prototype.wake = function wakeUnlessKilled(this: Relay) {
    reach('between-commit-and-publish');
    wake.call(this);
  };
  const make = kafkajs.Kafka.prototype.producer;
  kafkajs.Kafka.prototype.producer = function producer(this: kafkajs.Kafka, config?: ProducerConfig) {
    return wrapProducer(make.call(this, config));
  };
};
