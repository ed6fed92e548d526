import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Slots, type Batch } from '#libs/kernel';
import { Batcher } from './batcher.js';
import { Problem } from './problems/problem.js';

class DependencyUnavailable extends Error {
  override readonly name = 'DependencyUnavailable';
}

/** Takes batches, and answers each command with itself in capitals when told to. */
const recorder = () => {
  const batches: string[][] = [];
  const finish: (() => void)[] = [];
  const handle = (batch: Batch<string>) =>
    new Promise<string[]>((resolve) => {
      batches.push([...batch.items]);
      finish.push(() => resolve(batch.items.map((item) => item.toUpperCase())));
    });
  return { batches, finish, handle };
};

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);

describe('Batcher', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('waits five milliseconds for company and no longer', async () => {
    const { batches, handle } = recorder();
    const batcher = new Batcher(handle, new Slots(4));
    void batcher.submit('a');
    void batcher.submit('b');
    await jest.advanceTimersByTimeAsync(4);
    expect(batches).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(batches).toEqual([['a', 'b']]);
  });

  it('starts a batch of 500 at once, and keeps the 501st for the next', async () => {
    const { batches, finish, handle } = recorder();
    const batcher = new Batcher(handle, new Slots(4));
    numbered(499).forEach((command) => void batcher.submit(command));
    expect(batches).toHaveLength(0);
    void batcher.submit('c499');
    expect(batches.map((batch) => batch.length)).toEqual([500]);
    void batcher.submit('late');
    await jest.advanceTimersByTimeAsync(5);
    expect(batches).toHaveLength(1);
    finish[0]!();
    await jest.advanceTimersByTimeAsync(0);
    expect(batches[1]).toEqual(['late']);
  });

  it('begins one beside another for fifty, and not for fewer', async () => {
    const { batches, handle } = recorder();
    const batcher = new Batcher(handle, new Slots(4));
    void batcher.submit('first');
    await jest.advanceTimersByTimeAsync(5);
    numbered(49).forEach((command) => void batcher.submit(command));
    await jest.advanceTimersByTimeAsync(49);
    expect(batches).toHaveLength(1);
    void batcher.submit('c49');
    expect(batches.map((batch) => batch.length)).toEqual([1, 50]);
  });

  it('leaves nobody waiting for one that is slow', async () => {
    const { batches, handle } = recorder();
    const batcher = new Batcher(handle, new Slots(4));
    void batcher.submit('slow');
    await jest.advanceTimersByTimeAsync(5);
    void batcher.submit('a');
    void batcher.submit('b');
    await jest.advanceTimersByTimeAsync(54);
    expect(batches).toEqual([['slow']]);
    await jest.advanceTimersByTimeAsync(1);
    expect(batches).toEqual([['slow'], ['a', 'b']]);
  });

  it('gives each caller its own answer', async () => {
    const batcher = new Batcher(async ({ items }: Batch<string>) => items.map((item) => `${item}!`));
    const answers = Promise.all(['a', 'b', 'c'].map((command) => batcher.submit(command)));
    await jest.advanceTimersByTimeAsync(5);
    expect(await answers).toEqual(['a!', 'b!', 'c!']);
  });

  it('hands over a batch that opens whole and settles nothing', async () => {
    const opened: unknown[] = [];
    const batcher = new Batcher(async (batch: Batch<string>) => {
      opened.push(await batch.open({}), await batch.settle({}, []));
      return batch.items;
    });
    const answer = batcher.submit('a');
    await jest.advanceTimersByTimeAsync(5);
    await answer;
    expect(opened).toEqual([['a'], undefined]);
  });

  it('runs four batches beside each other, and the fifth when one of them ends', async () => {
    const { batches, finish, handle } = recorder();
    const batcher = new Batcher(handle, new Slots(4));
    const answers = numbered(2_050).map((command) => batcher.submit(command));
    await jest.advanceTimersByTimeAsync(50);
    expect(batches.map((batch) => batch.length)).toEqual([500, 500, 500, 500]);
    finish[2]!();
    expect(await answers[1_499]).toBe('C1499');
    await jest.advanceTimersByTimeAsync(0);
    expect(batches[4]).toHaveLength(50);
  });

  it('runs no more beside each other where there are several kinds, and takes along who came meanwhile', async () => {
    const [some, others] = [recorder(), recorder()];
    const slots = new Slots(4);
    const batcher = new Batcher(some.handle, slots);
    numbered(2_000).forEach((command) => void batcher.submit(command));
    const another = new Batcher(others.handle, slots);
    void another.submit('a');
    await jest.advanceTimersByTimeAsync(50);
    void another.submit('b');
    await jest.advanceTimersByTimeAsync(50);
    expect(some.batches).toHaveLength(4);
    expect(others.batches).toEqual([]);
    some.finish[0]!();
    await jest.advanceTimersByTimeAsync(50);
    expect(others.batches).toEqual([['a', 'b']]);
  });

  it('takes 10,000 waiting commands and refuses the one after with 503', async () => {
    const { handle } = recorder();
    const batcher = new Batcher(handle, new Slots(4));
    numbered(2_000 + 10_000).forEach((command) => void batcher.submit(command));
    const problem = await batcher.submit('too many').catch((error: unknown) => error);
    expect(problem).toMatchObject({ status: 503, reasons: ['too-busy'], headers: { 'retry-after': '2' } });
  });

  it('tries each command alone when a batch breaks, so that only the bad one fails', async () => {
    const sizes: number[] = [];
    const batcher = new Batcher(async ({ items }: Batch<string>) => {
      sizes.push(items.length);
      if (items.includes('bad')) throw new Error('breaks');
      return items;
    });
    const answers = Promise.allSettled(['a', 'bad', 'c'].map((command) => batcher.submit(command)));
    await jest.advanceTimersByTimeAsync(5);
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(sizes).toEqual([3, 1, 1, 1]);
  });

  it('does not try a command again that was alone', async () => {
    const handle = jest.fn(async () => Promise.reject(new Error('breaks')));
    const answer = new Batcher<string, string>(handle, new Slots(4))
      .submit('bad')
      .catch((error: Error) => error.message);
    await jest.advanceTimersByTimeAsync(5);
    expect(await answer).toBe('breaks');
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('tells all callers of an outage as itself, without trying again', async () => {
    const outage = new DependencyUnavailable('away');
    const handle = jest.fn(async () => Promise.reject(outage));
    const batcher = new Batcher<string, string>(handle, new Slots(4));
    const answers = Promise.allSettled(['a', 'b'].map((command) => batcher.submit(command)));
    await jest.advanceTimersByTimeAsync(5);
    expect(await answers).toEqual([
      { status: 'rejected', reason: outage },
      { status: 'rejected', reason: outage },
    ]);
    expect(handle).toHaveBeenCalledTimes(1);
  });

  it('tells those who are left of an outage that begins while each is tried alone', async () => {
    const outage = new DependencyUnavailable('away');
    let calls = 0;
    const batcher = new Batcher(async ({ items }: Batch<string>) => {
      calls += 1;
      if (calls === 1) throw new Error('breaks');
      if (calls > 2) throw outage;
      return items;
    });
    const answers = Promise.allSettled(['a', 'b', 'c', 'd'].map((command) => batcher.submit(command)));
    await jest.advanceTimersByTimeAsync(5);
    const reasons = (await answers).map((answer) =>
      answer.status === 'rejected' ? answer.reason : answer.value,
    );
    expect(reasons).toEqual(['a', outage, outage, outage]);
    expect(calls).toBe(3);
  });

  it('takes a wrong number of answers for a bug, and mixes no callers up', async () => {
    const batcher = new Batcher(async ({ items }: Batch<string>) => items.slice(1));
    const answers = Promise.allSettled(['a', 'b'].map((command) => batcher.submit(command)));
    await jest.advanceTimersByTimeAsync(5);
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('drains: answers all that it took, and takes no more', async () => {
    const { batches, finish, handle } = recorder();
    const batcher = new Batcher(handle, new Slots(4));
    const taken = batcher.submit('a');
    const drained = batcher.drain();
    expect(batches).toEqual([['a']]);
    await expect(batcher.submit('b')).rejects.toBeInstanceOf(Problem);
    finish[0]!();
    expect(await taken).toBe('A');
    await drained;
    expect(batches).toHaveLength(1);
  });
});
