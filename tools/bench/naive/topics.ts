import { membersTopic, type TopicContract } from '#libs/contracts';

/** Where the naive way publishes: topics like those of the project, read by nobody but the bench. */
export const NAIVE_TOPIC: TopicContract = {
  ...membersTopic,
  name: 'bench.naive.v1',
  summary: 'What the naive way publishes.',
};
