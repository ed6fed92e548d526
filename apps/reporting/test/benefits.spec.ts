import { randomUUID } from 'node:crypto';
import {
  benefitPaid,
  benefitReturned,
  claimDecided,
  claimSubmitted,
  type BenefitPaid,
  type BenefitReturned,
} from '#libs/contracts';
import { batchOf, messageOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CountBenefitsWhenClaimsMove,
  type ClaimMessage,
} from '../src/use-cases/count-benefits-when-claims-move.js';
import { openReferencesApp, type ReferencesApp } from './references-app.js';

let service: ReferencesApp;
let analyst: string;

const take = async (...messages: ClaimMessage[]) => {
  const outcomes = await service.app.get(CountBenefitsWhenClaimsMove).handle(batchOf(...messages));
  return outcomes.map((outcome) => (outcome.kind === 'happened' ? outcome.kind : outcome.reason));
};
const ask = async (query: string, token = analyst) => service.ask(`benefits?${query}`, { token });
const sum = async (query: string) => {
  const { body } = await ask(query);
  return [body['amount'], body['claims']];
};

/** A claim whose events count their sequences by themselves. */
class ClaimTold {
  private sequence = 0;
  readonly ids = { claimId: randomUUID(), personId: randomUUID() };

  submitted() {
    return messageOf(claimSubmitted, this.ids, { sequence: ++this.sequence });
  }
  decided() {
    return messageOf(claimDecided, this.ids, { sequence: ++this.sequence });
  }
  paid(paidAt: string, amount: number, more: Partial<BenefitPaid> = {}) {
    return messageOf(benefitPaid, { ...this.ids, paidAt, amount, ...more }, { sequence: ++this.sequence });
  }
  returned(returnedAt: string, amount: number, more: Partial<BenefitReturned> = {}) {
    const data = { ...this.ids, returnedAt, amount, ...more };
    return messageOf(benefitReturned, data, { sequence: ++this.sequence });
  }
}

const SUMBER = '33.72.05.1011';
const YEAR = 'from=2023-01-01&through=2023-12-31';

beforeAll(async () => {
  service = await openReferencesApp();
  analyst = await service.tokens.of(['analyst']);
  const planner = await service.tokens.of(['planner']);
  const area = { name: 'Dua kota', regions: ['33.72', '33.74'], from: null, through: null };
  await service.ask('areas/DUA', { method: 'PUT', body: area, token: planner });

  const [solo, salatiga, nowhere, abroad] = [
    new ClaimTold(),
    new ClaimTold(),
    new ClaimTold(),
    new ClaimTold(),
  ];
  const back = randomUUID();
  await take(
    solo.submitted(),
    solo.decided(),
    solo.paid('2023-12-31T23:59:59+07:00', 42_000_000, {
      programme: 'JKM',
      benefit: 'death-grant',
      residence: SUMBER,
    }),
    salatiga.paid('2023-06-01T09:00:00+07:00', 5_000_000, {
      programme: 'JHT',
      benefit: 'old-age',
      residence: '33.73',
      disbursementId: back,
    }),
    nowhere.paid('2023-06-01T09:00:00+07:00', 300, { programme: 'JHT', benefit: 'old-age', residence: null }),
    abroad.paid('2023-06-01T09:00:00+07:00', 20, {
      programme: 'JHT',
      benefit: 'old-age',
      residence: '33.72.05.9999',
    }),
  );
  await take(
    salatiga.returned('2023-12-31T17:00:00Z', 5_000_000, { programme: 'JHT', disbursementId: back }),
  );
});
afterAll(() => service.close());

describe('benefits of a region', () => {
  it('say how far the figures had heard', async () => {
    const { body } = await service.ask(`benefits?region=33.72&from=2023-01-01&through=2023-12-31`, {
      token: analyst,
    });
    expect(body['freshness']).toEqual({
      recordedThrough: null,
      lagMs: expect.any(Number),
      applied: 0,
      reading: 'unknown',
    });
  });

  it('are those of all below it', async () => {
    for (const region of ['33.72', '33.72.05', SUMBER])
      expect(await sum(`region=${region}&${YEAR}`)).toEqual([42_000_000, 1]);
    expect(await sum(`region=33&${YEAR}`)).toEqual([47_000_000, 2]);
    expect(await sum(`region=33.7&${YEAR}`)).toEqual([undefined, undefined]);
    expect(await sum(`region=33.72.04&${YEAR}`)).toEqual([0, 0]);
  });

  it('of the country hold those of persons without a known residence too', async () => {
    expect(await sum(YEAR)).toEqual([47_000_320, 4]);
    expect(await sum(`region=ID,33.72&${YEAR}`)).toEqual([47_000_320, 4]);
  });

  it('can be had as CSV, part by part, and are not sent again to who holds them', async () => {
    const url = `/v1/benefits?region=33&${YEAR}&by=programme`;
    const headers = { authorization: `Bearer ${analyst}`, accept: 'text/csv' };
    const answer = await service.app.inject({ url, headers });
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.body.trim().split('\r\n').toSorted()).toEqual([
      '33,2023-01-01,2023-12-31,JHT,5000000,1,true,',
      '33,2023-01-01,2023-12-31,JKM,42000000,1,true,',
      'region,from,through,part,amount,claims,comparable,reason',
    ]);
    const held = { ...headers, 'if-none-match': String(answer.headers['etag']) };
    expect((await service.app.inject({ url, headers: held })).statusCode).toBe(304);
    const other = url.replace('region=33', 'region=33.72');
    expect((await service.app.inject({ url: other, headers: held })).statusCode).toBe(200);
  });

  it('of several regions, or of an area, are added up once', async () => {
    expect(await sum(`region=33.73,33.72,33.72.05&${YEAR}`)).toEqual([47_000_000, 2]);
    expect(await sum(`region=area:DUA&${YEAR}`)).toEqual([42_000_000, 1]);
  });

  it('that is not in the list are refused', async () => {
    for (const [region, reason] of [
      ['99', 'unknown-region'],
      ['area:TIGA', 'unknown-area'],
      ['33.72,x', 'unknown-region'],
    ])
      expect(await ask(`region=${region}&${YEAR}`)).toMatchObject({
        status: 422,
        body: { reasons: [reason], fields: [{ path: 'region' }] },
      });
  });

  it('are for analysts of the region', async () => {
    const ofSolo = await service.tokens.of(['analyst'], ['33.72']);
    expect((await ask(`region=33.72.05&${YEAR}`, ofSolo)).status).toBe(200);
    expect(await ask(`region=33.72,33.73&${YEAR}`, ofSolo)).toMatchObject({
      status: 403,
      body: { reasons: ['outside-regions'] },
    });
    expect((await ask(`region=area:DUA&${YEAR}`, ofSolo)).status).toBe(403);
    expect((await service.ask(`benefits?${YEAR}`)).status).toBe(401);
  });
});

describe('benefits of a period', () => {
  it('count by the Jakarta day, what came back on the day of the return', async () => {
    expect(await sum('region=33.72&from=2023-01-01&through=2023-12-30')).toEqual([0, 0]);
    expect(await sum('region=33.72&from=2023-12-31&through=2023-12-31')).toEqual([42_000_000, 1]);
    expect(await sum('region=33.73&from=2023-12-31&through=2023-12-31')).toEqual([0, 0]);
    expect(await sum('region=33.73&from=2024-01-01&through=2024-01-01')).toEqual([-5_000_000, 0]);
    expect(await sum('region=33.73&from=2023-01-01&through=2024-12-31')).toEqual([0, 0]);
  });

  it('are cut by programme, or by public class', async () => {
    const { body } = await ask(`${YEAR}&by=programme`);
    expect(body['rows']).toEqual([
      { part: 'JHT', amount: 5_000_320, claims: 3 },
      { part: 'JKM', amount: 42_000_000, claims: 1 },
    ]);
    const { body: byBenefit } = await ask(`region=33.72&${YEAR}&by=benefit`);
    expect(byBenefit['rows']).toEqual([{ part: 'death-grant', amount: 42_000_000, claims: 1 }]);
    const { body: whole } = await ask(`region=33.72&${YEAR}`);
    expect(whole['rows']).toEqual([{ part: null, amount: 42_000_000, claims: 1 }]);
  });

  it('are comparable when it is a calendar year that is over', async () => {
    expect((await ask(YEAR)).body).toMatchObject({ comparable: true, reason: null, compared: null });
    expect((await ask('from=2024-01-01&through=2024-11-28')).body).toMatchObject({
      comparable: false,
      reason: 'not-a-calendar-year',
      explanation: expect.stringContaining('calendar year'),
    });
    expect((await ask('from=2024-01-01&through=2024-12-31')).body).toMatchObject({
      reason: 'period-not-over',
    });
  });

  it('are held against another one over equally many days', async () => {
    const { body } = await ask(
      'region=33.72&from=2023-01-01&through=2023-12-31&compareFrom=2024-01-01&compareThrough=2024-11-28',
    );
    expect(body).toMatchObject({
      from: '2023-01-01',
      through: '2023-11-29',
      amount: 0,
      comparable: true,
      compared: { from: '2024-01-01', through: '2024-11-28', amount: 0, claims: 0, rows: [{ part: null }] },
    });
  });

  it.each([
    ['from=2023-01-01', 400],
    ['from=2023-01-01&through=2023-02-29', 400],
    [`${YEAR}&compareFrom=2022-01-01`, 422],
    [`${YEAR}&compareThrough=2022-12-31`, 422],
    [`${YEAR}&by=region`, 400],
    ['from=2023-01-02&through=2023-01-01', 422],
    [`${YEAR}&compareFrom=2022-01-02&compareThrough=2022-01-01`, 422],
  ])('%s gets %d', async (query, status) => expect((await ask(query)).status).toBe(status));
});

describe('events of claims', () => {
  it('count once, whenever they are read again', async () => {
    const claim = new ClaimTold();
    const day = { residence: '33.74' };
    const events = [claim.submitted(), claim.decided(), claim.paid('2022-05-05T10:00:00+07:00', 7, day)];
    expect(await take(...events)).toEqual(['changes-no-figure', 'changes-no-figure', 'happened']);
    expect(await take(...events)).toEqual(['redelivery', 'redelivery', 'redelivery']);
    expect(await sum('region=33.74&from=2022-05-05&through=2022-05-05')).toEqual([7, 1]);
  });

  it('wait for the one before, and money that was not paid does not come back', async () => {
    const claim = new ClaimTold();
    const [first, second, third] = [
      claim.submitted(),
      claim.paid('2022-06-06T10:00:00+07:00', 9),
      claim.returned('2022-06-07T10:00:00+07:00', 9, { disbursementId: randomUUID() }),
    ];
    expect(await take(second)).toEqual(['sequence-gap']);
    expect(await take(first, third, second)).toEqual(['changes-no-figure', 'sequence-gap', 'happened']);
    expect(await take(third)).toEqual(['not-paid']);
  });
});
