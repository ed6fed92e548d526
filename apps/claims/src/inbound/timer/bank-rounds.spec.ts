import { eventually } from '#libs/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { PayBenefitsThroughBank } from '../../use-cases/pay-benefits-through-bank.js';
import { BankRounds } from './bank-rounds.js';

beforeAll(() => Logger.overrideLogger(false));

const roundsOf = (round: (count: number) => Promise<number>) => {
  let count = 0;
  const pay = { round: () => round((count += 1)) } as PayBenefitsThroughBank;
  return { rounds: new BankRounds(pay), counted: () => count };
};

describe('the rounds of a running service', () => {
  it('follow each other while something is due, then wait, and end when the service does', async () => {
    const { rounds, counted } = roundsOf(async (count) => (count < 4 ? 1 : 0));
    rounds.onApplicationBootstrap();
    await eventually(() => counted() === 4);
    await rounds.beforeApplicationShutdown();
    expect(counted()).toBe(4);
  });

  it('are not ended by a database that is away', async () => {
    const { rounds, counted } = roundsOf(() => Promise.reject(new Error('away')));
    rounds.onApplicationBootstrap();
    await eventually(() => counted() === 1);
    await rounds.beforeApplicationShutdown();
    expect(counted()).toBe(1);
  });
});
