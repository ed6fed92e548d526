import { describe, expect, it } from '@jest/globals';
import { ValidationPipe, type Type } from '@nestjs/common';
import { factMessages } from '../inputs/facts.js';
import { paymentMessage } from '../inputs/payments.js';
import { signUpMessages } from '../inputs/sign-ups.js';
import { ContributionTold, MemberTold, PaymentTold, SignUpTold } from './messages.js';

const pipe = new ValidationPipe({ transform: true, whitelist: true });
const taken = (metatype: Type, value: string | Buffer | null) =>
  pipe.transform(JSON.parse(String(value)), { type: 'body', metatype });

const FORMS: Readonly<Record<string, Type>> = {
  'enrollment.members.v1': MemberTold,
  'contribution.contributions.v1': ContributionTold,
};

describe('the naive way', () => {
  it('takes every fact, whichever it is', async () => {
    for (const { topic, value } of factMessages(7, 200))
      expect(await taken(FORMS[topic]!, value)).toMatchObject({ personId: expect.any(String) });
  });

  it('takes sign-ups with what it stores of them', async () => {
    const [message] = [...signUpMessages(7, 1)];
    const told = (await taken(SignUpTold, message!.value)) as SignUpTold;
    expect(told.person).toMatchObject({ nik: expect.any(String), fullName: expect.any(String) });
  });

  it('takes payments', async () => {
    const payment = {
      person: 3,
      paymentCode: '88888',
      months: ['2028-01'],
      settledAt: '2025-02-03T10:00:00+07:00',
    };
    expect(await taken(PaymentTold, paymentMessage(7, payment).value)).toMatchObject({
      paymentCode: '88888',
    });
  });

  it('refuses what is none of these', async () => {
    await expect(taken(PaymentTold, '{"amount":-1}')).rejects.toThrow('Bad Request');
  });
});
