import { Batcher } from '#libs/http';
import { reach } from './reach.js';

/** The batch of commands is committed, and the first of those who sent them is about to hear of it. */
export const wrapAnswers = (): void => {
  const { submit } = Batcher.prototype;
  Batcher.prototype.submit = async function submitUnlessKilled(
    this: Batcher<unknown, unknown>,
    command: unknown,
  ) {
    const answer = await submit.call(this, command);
    reach('between-effect-and-answer');
    return answer;
  };
};
