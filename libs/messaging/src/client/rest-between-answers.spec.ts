import { beforeEach, describe, expect, it } from '@jest/globals';
import { RestBetweenAnswers } from './rest-between-answers.js';

let pauses: number;
let rest: RestBetweenAnswers;

beforeEach(() => {
  pauses = 0;
  rest = new RestBetweenAnswers(async () => void (pauses += 1));
});

describe('a rest between answers', () => {
  it('is one for all partitions of an answer', async () => {
    await Promise.all([rest.after(false), rest.after(false), rest.after(false)]);
    expect(pauses).toBe(1);
  });

  it('comes after each answer anew', async () => {
    await rest.after(false);
    await rest.after(false);
    expect(pauses).toBe(2);
  });

  it('is left out while one of its partitions has more, and only then', async () => {
    await Promise.all([rest.after(false), rest.after(true)]);
    expect(pauses).toBe(0);
    await rest.after(false);
    expect(pauses).toBe(1);
  });

  it('holds up who asks until it is over', async () => {
    let end = (): void => undefined;
    const long = new RestBetweenAnswers(() => new Promise<void>((resolve) => (end = resolve)));
    let isOver = false;
    const over = long.after(false).then(() => void (isOver = true));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(isOver).toBe(false);
    end();
    await over;
    expect(isOver).toBe(true);
  });
});
