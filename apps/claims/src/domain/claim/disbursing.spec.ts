import { describe, expect, it } from '@jest/globals';
import { happened, ignored, refused } from '#libs/kernel';
import * as fc from 'fast-check';
import { evolveDisbursements, type Disbursement, type DisbursementEvent } from './disbursement.js';
import { statusAfter } from './disbursement.order.js';
import { takeResult } from './disbursement.take.js';
import { disbursing, dueAt, type BankAnswer, type BankPatience } from './disbursing.js';

const GRANTED_RUPIAH = 42_000_000;
const patience: BankPatience = { askAfterMs: 30_000, lostAfterMs: 120_000 };
const second = (seconds: number) => new Date(Date.UTC(2024, 2, 20, 3, 0, seconds)).toISOString();

const disbursementId = 'transfer-1';
const ordered: DisbursementEvent = { type: 'disbursement-ordered', disbursementId, orderedAt: second(0) };
const sent: DisbursementEvent = { type: 'disbursement-sent', disbursementId, at: second(1) };
const accepted: DisbursementEvent = {
  type: 'disbursement-accepted',
  disbursementId,
  at: second(2),
  bankReference: 'B-1',
};
const money = { amountRupiah: GRANTED_RUPIAH, paidAt: second(5) };
const paid: DisbursementEvent = { type: 'benefit-paid', disbursementId, ...money };
const failed: DisbursementEvent = {
  type: 'disbursement-failed',
  disbursementId,
  at: second(3),
  reason: 'account-closed',
};

const given = (...history: DisbursementEvent[]) => {
  const disbursements = history.reduce(evolveDisbursements, [] as readonly Disbursement[]);
  return {
    disbursements,
    status: statusAfter(disbursements),
    due: dueAt(disbursements.at(-1)!, patience),
    atTime: (at: string) => disbursing(disbursements, GRANTED_RUPIAH, { type: 'due', at }, patience),
    answered: (answer: BankAnswer, at = second(4), { about = disbursementId, saidAt = at } = {}) =>
      disbursing(
        disbursements,
        GRANTED_RUPIAH,
        { type: 'answered', at, disbursementId: about, saidAt, answer },
        patience,
      ),
  };
};
const unsent: DisbursementEvent = { type: 'disbursement-unsent', disbursementId, at: second(121) };
const ofAnother = (event: DisbursementEvent): DisbursementEvent => ({
  ...event,
  disbursementId: 'transfer-2',
});
const nothing = { events: [], command: null };
const recorded = (event: DisbursementEvent) => ({ events: [event], command: null });

describe('what was ordered', () => {
  it('is recorded as sent, and then sent', () =>
    expect(given(ordered).atTime(second(1))).toEqual({ events: [sent], command: 'instruct' }));

  it('is not sent before its time', () => expect(given(ordered).atTime(second(-1))).toEqual(nothing));

  it('is not moved by an answer that belongs to something else', () => {
    expect(given(ordered).answered({ kind: 'paid', ...money })).toEqual(nothing);
    const another = { about: 'transfer-9' };
    expect(given(ordered, sent).answered({ kind: 'paid', ...money }, second(4), another)).toEqual(nothing);
  });
});

describe('what was sent', () => {
  it('is never sent again when its time has come: the bank is asked', () => {
    expect(given(ordered, sent).atTime(second(30))).toEqual(nothing);
    expect(given(ordered, sent).atTime(second(31))).toEqual({
      events: [{ type: 'disbursement-asked', disbursementId, at: second(31) }],
      command: 'ask',
    });
  });

  it('is accepted, paid or failed by the bank’s word', () => {
    expect(given(ordered, sent).answered({ kind: 'accepted', bankReference: 'B-1' }, second(2))).toEqual(
      recorded(accepted),
    );
    expect(given(ordered, sent).answered({ kind: 'paid', ...money })).toEqual(recorded(paid));
    expect(given(ordered, sent).answered({ kind: 'failed', reason: 'account-closed' }, second(3))).toEqual(
      recorded(failed),
    );
  });

  it('stays unknown while the bank is silent', () =>
    expect(given(ordered, sent).answered({ kind: 'silence' })).toEqual(nothing));

  it('may be sent again only when the bank, long after, does not know it', () => {
    const unknown = (at: string) => given(ordered, sent).answered({ kind: 'not-known' }, at);
    expect(unknown(second(120))).toEqual(nothing);
    expect(unknown(second(121))).toEqual(
      recorded({ type: 'disbursement-unsent', disbursementId, at: second(121) }),
    );
    const lost = given(ordered, sent, unsent);
    expect(lost.atTime(second(122)).command).toBe('instruct');
    expect(lost.answered({ kind: 'paid', ...money })).toEqual(recorded(paid));
  });

  it('is not lost by an answer to what was asked too early, however late it is recorded', () => {
    const heard = (asked: number) =>
      given(ordered, sent).answered({ kind: 'not-known' }, second(9_999), { saidAt: second(asked) });
    expect(heard(120)).toEqual(nothing);
    expect(heard(121).events).toMatchObject([{ type: 'disbursement-unsent' }]);
  });

  it('is not taken as paid with another amount', () =>
    expect(
      given(ordered, sent).answered({ kind: 'paid', ...money, amountRupiah: GRANTED_RUPIAH - 1 }),
    ).toEqual(nothing));
});

describe('what was accepted', () => {
  const atTheBank = given(ordered, sent, accepted);

  it('is asked about until it is settled', () => {
    expect(atTheBank.atTime(second(31))).toEqual(nothing);
    expect(atTheBank.atTime(second(32)).command).toBe('ask');
    expect(atTheBank.answered({ kind: 'paid', ...money })).toEqual(recorded(paid));
  });

  it('is not accepted twice, nor sent again by a bank that forgot it', () => {
    expect(atTheBank.answered({ kind: 'accepted', bankReference: 'B-2' })).toEqual(nothing);
    expect(atTheBank.answered({ kind: 'not-known' }, second(9_999))).toEqual(nothing);
  });
});

describe('what is settled', () => {
  it.each([
    ['paid', [paid]],
    ['failed', [failed]],
  ] as const)('as %s is left alone, whatever comes late', (_, events) => {
    const settled = given(ordered, sent, ...events);
    expect(settled.due).toBeNull();
    expect(settled.atTime(second(9_999))).toEqual(nothing);
    expect(settled.answered({ kind: 'accepted', bankReference: 'B-1' })).toEqual(nothing);
    expect(settled.answered({ kind: 'failed', reason: 'late' })).toEqual(nothing);
    expect(settled.answered({ kind: 'not-known' }, second(9_999))).toEqual(nothing);
    const otherAmount = { ...money, amountRupiah: GRANTED_RUPIAH - 1 };
    expect(settled.answered({ kind: 'paid', ...otherAmount })).toEqual(nothing);
  });

  it('as paid is paid once', () =>
    expect(given(ordered, sent, paid).answered({ kind: 'paid', ...money })).toEqual(nothing));

  it('by a failure leaves the claim approved, to be ordered anew', () => {
    expect(given(ordered, sent, failed).status).toBe('approved');
    expect(given(ordered, sent, accepted).status).toBe('disbursing');
  });
});

describe('what was said to have failed, and is paid after all', () => {
  const [orderedAnew, sentAnew] = [ofAnother(ordered), ofAnother(sent)];
  const hear = (...history: DisbursementEvent[]) =>
    given(ordered, sent, failed, ...history).answered({ kind: 'paid', ...money });
  const after = (...history: DisbursementEvent[]) =>
    given(ordered, sent, failed, ...history, ...hear(...history).events);

  it('is in the books, and nothing is ordered any more', () => {
    expect(hear()).toEqual(recorded(paid));
    expect(after().status).toBe('paid');
  });

  it('keeps here what was ordered instead of it', () => {
    const at = second(4);
    const withdrawn = { type: 'disbursement-withdrawn', disbursementId: 'transfer-2', at };
    expect(hear(orderedAnew)).toEqual({ events: [paid, withdrawn], command: null });
    expect(after(orderedAnew)).toMatchObject({ status: 'paid', due: null });
    expect(after(orderedAnew).atTime(second(9_999))).toEqual(nothing);
  });

  it('keeps here what the bank lost of it, too', () => {
    const lost = after(orderedAnew, sentAnew, ofAnother(unsent));
    expect(lost).toMatchObject({ status: 'paid', due: null });
    expect(lost.disbursements).toMatchObject([
      { status: 'paid' },
      { status: 'failed', reason: 'paid-before' },
    ]);
  });

  it('does not change what is on its way: the bank says what becomes of that', () => {
    const both = after(orderedAnew, sentAnew);
    expect(both.status).toBe('disbursing');
    expect(both.disbursements).toMatchObject([{ status: 'paid' }, { status: 'sent' }]);
    expect(after(orderedAnew, sentAnew, ofAnother(failed)).status).toBe('paid');
    expect(after(orderedAnew, sentAnew, ofAnother(paid)).status).toBe('paid');
  });

  it('may be ordered anew when the money came back, and no other is out', () => {
    const back = { amountRupiah: GRANTED_RUPIAH, returnedAt: second(9), reason: 'account-closed' };
    const returned: DisbursementEvent = { type: 'benefit-returned', disbursementId, ...back };
    expect(given(ordered, sent, failed, paid, returned).status).toBe('returned');
    expect(given(ordered, sent, failed, orderedAnew, sentAnew, ofAnother(paid), paid, returned).status).toBe(
      'paid',
    );
  });
});

describe('an answer that comes when another disbursement stands', () => {
  const standing = [ordered, sent, failed, ofAnother(ordered), ofAnother(sent)];

  it.each<BankAnswer>([
    { kind: 'failed', reason: 'account-closed' },
    { kind: 'accepted', bankReference: 'B-1' },
    { kind: 'not-known' },
    { kind: 'silence' },
  ])('does not move that one: $kind', (answer) => {
    expect(given(...standing).answered(answer, second(9_999))).toEqual(nothing);
  });
});

describe('a report that something is paid', () => {
  const withdrawn = { type: 'disbursement-withdrawn', disbursementId, at: second(1) } as const;
  const report = (teller: 'service' | 'others', ...history: DisbursementEvent[]) => {
    const result = { status: 'paid', disbursementId, ...money } as const;
    return takeResult(result, GRANTED_RUPIAH, given(...history).disbursements, second(4), teller);
  };

  it('of which this service has not told the bank is refused', () => {
    expect(report('service', ordered)).toEqual(refused('not-sent'));
    expect(report('service', ordered, withdrawn)).toEqual(refused('not-sent'));
  });

  it.each([
    ['sent', [sent]],
    ['accepted', [sent, accepted]],
    ['lost', [sent, unsent]],
    ['failed', [sent, failed]],
  ] as const)('of which it has told it is taken: %s', (_, events) => {
    expect(report('service', ordered, ...events)).toEqual(happened(paid));
  });

  it('is taken where others tell the bank', () => {
    expect(report('others', ordered)).toEqual(happened(paid));
    expect(report('others', ordered, withdrawn)).toEqual(happened(paid));
  });

  it('of an unknown disbursement, or one that is paid, is answered as ever', () => {
    expect(report('service', ofAnother(ordered))).toEqual(refused('disbursement-unknown'));
    expect(report('service', ordered, sent, paid)).toEqual(ignored('already-answered'));
  });
});

it('is never sent a second time while the first may be on its way, whatever the bank says and when', () => {
  const answer: fc.Arbitrary<BankAnswer> = fc.oneof(
    fc.constant<BankAnswer>({ kind: 'silence' }),
    fc.constant<BankAnswer>({ kind: 'not-known' }),
    fc.constant<BankAnswer>({ kind: 'accepted', bankReference: 'B-1' }),
  );
  const turn = fc.record({ waits: fc.integer({ min: 1, max: 60 }), answer: fc.option(answer) });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
      let [now, sentAt, knownLost] = [0, null as number | null, true];
      let disbursements = evolveDisbursements([], ordered);
      for (const { waits, answer: said } of turns) {
        now += waits;
        const at = second(now);
        const answered = { type: 'answered', at, disbursementId, saidAt: at } as const;
        const input = said === null ? ({ type: 'due', at } as const) : { ...answered, answer: said };
        const step = disbursing(disbursements, GRANTED_RUPIAH, input, patience);
        disbursements = step.events.reduce(evolveDisbursements, disbursements);
        if (said?.kind === 'not-known' && sentAt !== null && now - sentAt >= 120) knownLost = true;
        if (step.command !== 'instruct') continue;
        expect(knownLost).toBe(true);
        [sentAt, knownLost] = [now, false];
      }
    }),
  );
});
