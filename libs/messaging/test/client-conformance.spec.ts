import { describe } from '@jest/globals';
import { connectKafka } from '../src/index.js';
import { consumerConformance } from './client-consumer-conformance.js';
import { outageConformance } from './client-outage-conformance.js';
import { producerConformance } from './client-producer-conformance.js';

describe('kafkajs behind the port', () => {
  producerConformance(connectKafka);
  consumerConformance(connectKafka);
  outageConformance(connectKafka);
});
