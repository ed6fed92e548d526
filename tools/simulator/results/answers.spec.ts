import { describe, expect, it } from '@jest/globals';
import { Answers } from './answers.js';

describe('answers', () => {
  it('are counted once each, by the last one', () => {
    const answers = new Answers();
    answers.caughtUp();
    answers.sent('a');
    answers.sent('b');
    answers.answered('a', 'unmatched');
    answers.answered('a', 'accepted');
    expect(answers.counts.unanswered).toBe(1);
    expect(answers.counts).toMatchObject({ accepted: 1, unmatched: 0, unanswered: 1 });
  });

  it('leave an input open until they are something else than that nobody is known by it', () => {
    const answers = new Answers();
    answers.caughtUp();
    expect(answers.isOpen('a')).toBe(false);
    answers.sent('a');
    expect(answers.isOpen('a')).toBe(true);
    answers.answered('a', 'unmatched');
    expect(answers.isOpen('a')).toBe(true);
    answers.answered('a', 'accepted');
    expect(answers.isOpen('a')).toBe(false);
  });

  it('of earlier runs count for inputs that are ours', () => {
    const answers = new Answers();
    answers.answered('a', 'refused');
    answers.answered('somebody else’s', 'accepted');
    answers.caughtUp();
    expect([answers.isAnswered('a'), answers.isAnswered('b')]).toEqual([true, false]);
    expect(answers.counts).toMatchObject({ refused: 1, accepted: 0, unanswered: 0 });
    expect(answers.inputs).toBe(1);
  });

  it('of earlier runs are replaced by those that follow, also before the input is recalled', () => {
    const answers = new Answers();
    answers.answered('a', 'unmatched');
    answers.caughtUp();
    answers.answered('a', 'accepted');
    answers.recall('a');
    expect(answers.counts).toMatchObject({ accepted: 1, unmatched: 0 });
  });

  it('to what others send are no concern of ours', () => {
    const answers = new Answers();
    answers.caughtUp();
    answers.answered('somebody else’s', 'accepted');
    expect(answers.counts.accepted).toBe(0);
  });
});
