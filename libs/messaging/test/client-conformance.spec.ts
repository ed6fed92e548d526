import { describe } from '@jest/globals';
import { connectKafka } from '../src/index.js';
import { producerConformance } from './client-producer-conformance.js';

describe('kafkajs behind the port', () => {
  producerConformance(connectKafka);
});
