import { readFileSync } from 'node:fs';
import { StoryClock } from '#libs/kernel';
import { batchOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SnapPartner } from '../../src/inbound/snap/snap-partners.js';
import { KnowMembershipsWhenEnrolled } from '../../src/use-cases/know-memberships-when-enrolled.js';
import { openOverHttp, type OverHttp } from '../over-http.js';
import { newMember, registered } from '../support.js';
import { SnapBank } from './snap-bank.js';

/** The headers that the standard's page on virtual accounts prints with its examples. */
const AT = '2020-12-21T14:56:11+07:00';
const EXTERNAL_ID = '41807553358950093184162180797837';
const PARTNER_ID = '82150823919040624621823174737537';
const CHANNEL = { 'channel-id': '95221', 'x-device-id': '09864ADCASA', 'x-latitude': '-6.1617169' };

const partner: SnapPartner = {
  partnerId: PARTNER_ID,
  clientId: '962489e9-de5d-4eb7-92a4-b07d44d64bf4',
  gateway: 'bank-of-the-standard',
  publicKeys: [SnapBank.publicKey],
  clientSecrets: ['the printed one is not ours to use: a secret of the tests'],
  tokenSignature: 'hex',
  signature: 'hex',
  trxType: 'O',
  replay: 'success',
};

/** Stands still at the instant of the examples. */
class ClockOfTheExamples extends StoryClock {
  override recordedAt(): string {
    return new Date(AT).toISOString();
  }
}

let over: OverHttp;
let bank: SnapBank;

/** Somebody with the printed number, whose month costs the printed amount: 5.7 % of the wage, and nothing else. */
const payer = newMember({
  paymentCode: '08889912345678901234567890',
  segment: 'PU',
  programmes: ['JHT'],
  basis: 216_590_842,
  employer: 'NPP-1',
  payer: { kind: 'employer', code: 'NPP-1' },
  startsOn: '2020-12-01',
});

beforeAll(async () => {
  const clock = new ClockOfTheExamples('2020-12-21');
  over = await openOverHttp({ clock, snapPartners: [partner] });
  bank = new SnapBank(over.app, partner, () => AT);
  await over.app.get(KnowMembershipsWhenEnrolled).handle(batchOf(registered(payer)));
});
afterAll(() => over.close());

type Example = 'inquiry' | 'payment' | 'status';
const printed = (name: string) => readFileSync(new URL(`./examples/${name}`, import.meta.url), 'utf8');

/** The example as it is printed, or with what is misprinted put right. */
const send = (service: Example, put: (text: string) => string = (text) => text) => {
  const [text, minified] = [printed(`${service}.txt`), printed(`${service}.minified.txt`)].map(put) as [
    string,
    string,
  ];
  return bank.askText(service, { text, minified }, { externalId: EXTERNAL_ID, headers: CHANNEL });
};

describe('the examples that the SNAP standard prints', () => {
  it('an inquiry: its partnerServiceId is a character short, and right it gets the printed answer', async () => {
    expect(await send('inquiry')).toMatchObject({
      code: '4002401',
      message: 'Invalid Field Format partnerServiceId',
    });
    const answer = await send('inquiry', (text) => text.replace('"  88899"', '"  088899"'));
    expect(answer).toMatchObject({
      status: 200,
      code: '2002400',
      data: {
        inquiryStatus: '00',
        partnerServiceId: '  088899',
        customerNo: '12345678901234567890',
        virtualAccountNo: '  08889912345678901234567890',
        inquiryRequestId: 'abcdef-123456-abcdef',
        totalAmount: { value: '12345678.00', currency: 'IDR' },
      },
    });
  });

  it('a payment, with everything that the standard allows beside what is needed', async () => {
    const answer = await send('payment');
    expect(answer).toMatchObject({
      status: 200,
      code: '2002500',
      data: {
        paymentFlagStatus: '00',
        partnerServiceId: '  088899',
        paymentRequestId: 'abcdef-123456-abcdef',
        paidAmount: { value: '12345678.00', currency: 'IDR' },
        trxDateTime: '20201231T235959Z',
        referenceNo: '123456789012345',
      },
    });
    const rows = await over.database.query('select amount, settled_at from payment');
    expect(rows).toEqual([{ amount: '12345678', settled_at: '2020-12-31T23:59:59Z' }]);
  });

  it('a query of its status: the customerNo is a number there, and right it is found', async () => {
    expect(await send('status')).toMatchObject({
      code: '4002601',
      message: 'Invalid Field Format customerNo',
    });
    const answer = await send('status', (text) =>
      text.replace('12345678901234567890,', '"12345678901234567890",'),
    );
    expect(answer).toMatchObject({
      status: 200,
      code: '2002600',
      data: { paymentFlagStatus: '00', paidAmount: { value: '12345678.00' } },
    });
  });
});

it.each([
  ['20201231T235959Z', '2002500'],
  ['20210101T065959+0700', '2002500'],
  ['20210101T065959+07:00', '2002500'],
  ['2021-01-01T06:59:59+0700', '2002500'],
  ['20211301T065959Z', '4002501'],
  ['20210101T065959', '4002501'],
])('trxDateTime may be written in either form of ISO 8601: %s', async (trxDateTime, code) => {
  const answer = await bank.pay('12345678901234567890', {
    id: `at ${trxDateTime}`,
    value: '12345678.00',
    at: trxDateTime,
    more: { partnerServiceId: '  088899', virtualAccountNo: '  08889912345678901234567890' },
  });
  expect(answer).toMatchObject({ code });
});
