import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { MemberRegistered } from '#libs/contracts';
import { Clock, StoryClock } from '#libs/kernel';
import { batchOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SnapPartner } from '../../src/inbound/snap/snap-partners.js';
import { isProven, Ledger } from '../../src/use-cases/ledger.js';
import { KnowMembershipsWhenEnrolled } from '../../src/use-cases/know-memberships-when-enrolled.js';
import { openOverHttp, type OverHttp } from '../over-http.js';
import { newMember, publishedOf, registered } from '../support.js';
import { SnapBank, type Tampering } from './snap-bank.js';

const NOW = '2024-12-17T09:30:00+07:00';
const SECRET = 'the first secret of the bank of the tests';
const SECOND_SECRET = 'the secret that comes after it, of the tests';

/** Stands still where a test puts it. */
class StandingClock extends Clock {
  at = NOW;
  override recordedAt(): string {
    return new Date(this.at).toISOString();
  }
  override today() {
    return new StoryClock('2024-12-17').today();
  }
}

const clock = new StandingClock();
const partner: SnapPartner = {
  partnerId: 'BJTG-01',
  clientId: 'client-bank-jateng',
  gateway: 'bank-jateng',
  publicKeys: [SnapBank.publicKey],
  clientSecrets: [SECRET, SECOND_SECRET],
  tokenSignature: 'base64',
  signature: 'hex',
  trxType: 'O',
  replay: 'success',
};
const closed: SnapPartner = {
  ...partner,
  partnerId: 'BCA-01',
  clientId: 'client-bca',
  gateway: 'bca',
  signature: 'base64',
  tokenSignature: 'hex',
  trxType: 'C',
  replay: 'inconsistent',
};

let over: OverHttp;
let bank: SnapBank;
let closedBank: SnapBank;

beforeAll(async () => {
  over = await openOverHttp({ clock, snapPartners: [partner, closed] });
  bank = new SnapBank(over.app, partner, () => clock.at);
  closedBank = new SnapBank(over.app, closed, () => clock.at);
});
afterAll(() => over.close());

let members = 0;
/** A member who can be paid for by the customer number, from November on. */
const known = async (given: Partial<MemberRegistered> = {}): Promise<string> => {
  members += 1;
  const customerNo = `24${String(members).padStart(9, '0')}`;
  const member = newMember({ paymentCode: `88888${customerNo}`, startsOn: '2024-11-01', ...given });
  await over.app.get(KnowMembershipsWhenEnrolled).handle(batchOf(registered(member)));
  return customerNo;
};
const newId = () => randomUUID();

describe('an access token', () => {
  it('is given for 900 seconds to whoever signs with the private key', async () => {
    const answer = await bank.askToken();
    expect(answer).toMatchObject({
      status: 200,
      code: '2007300',
      data: { tokenType: 'Bearer', expiresIn: '900' },
    });
    expect(await closedBank.askToken()).toMatchObject({ status: 200 });
  });

  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  it.each([
    ['another key', { privateKey: other }, '4017300'],
    ['an unknown client', { headers: { 'x-client-key': 'nobody' } }, '4017300'],
    ['another time than was signed', { headers: { 'x-timestamp': '2024-12-17T09:30:01+07:00' } }, '4017300'],
    ['a time six minutes ago', { timestamp: '2024-12-17T09:24:00+07:00' }, '4017300'],
    ['a time six minutes ahead', { timestamp: '2024-12-17T09:36:00+07:00' }, '4017300'],
    ['another encoding', { encoding: 'hex' as const }, '4017300'],
    ['no signature', { headers: { 'x-signature': null } }, '4007302'],
    ['no time', { headers: { 'x-timestamp': null } }, '4007302'],
    ['a time that is none', { headers: { 'x-timestamp': 'yesterday' } }, '4007301'],
    ['another grant', { grantType: 'password' }, '4007301'],
  ])('is not given for %s', async (_what, changed, code) =>
    expect(await bank.askToken(changed)).toMatchObject({ code, status: Number(code.slice(0, 3)) }),
  );

  it('is good until its last second, and not beyond', async () => {
    const customerNo = await known();
    const token = await bank.currentToken();
    const at = async (instant: string) => {
      clock.at = instant;
      const answer = await bank.inquire(customerNo, newId(), { token });
      clock.at = NOW;
      return answer.code;
    };
    expect(await at('2024-12-17T09:44:59+07:00')).toBe('2002400');
    expect(await at('2024-12-17T09:45:00+07:00')).toBe('4012401');
  });

  it('is good for its own partner only', async () => {
    const token = await closedBank.currentToken();
    expect(await bank.inquire(await known(), newId(), { token })).toMatchObject({ code: '4012401' });
  });
});

describe('an inquiry', () => {
  it('says what is due, month by month, with the numbers as they were written', async () => {
    const customerNo = await known();
    const inquiryRequestId = newId();
    const { code, data } = await bank.inquire(customerNo, inquiryRequestId);
    expect(code).toBe('2002400');
    expect(data).toMatchObject({
      inquiryStatus: '00',
      partnerServiceId: '   88888',
      virtualAccountNo: `   88888${customerNo}`,
      virtualAccountName: `Peserta *******${customerNo.slice(-4)}`,
      inquiryRequestId,
      totalAmount: { value: '33600.00', currency: 'IDR' },
      billDetails: [{ billName: 'Iuran 2024-11' }, { billName: 'Iuran 2024-12' }],
      virtualAccountTrxType: 'O',
    });
  });

  it('of a number that nobody has, of what is paid, and of what is not billed', async () => {
    expect(await bank.inquire('99999999999', newId())).toMatchObject({
      status: 404,
      code: '4042412',
      data: { inquiryStatus: '01' },
    });
    const customerNo = await known();
    await closedBank.pay(customerNo, { id: newId(), rupiah: 33_600 });
    expect(await closedBank.inquire(customerNo, newId())).toMatchObject({ code: '4042414' });
    expect(await bank.inquire(customerNo, newId())).toMatchObject({ code: '2002400' });
    expect(await bank.inquire(await known({ segment: 'PMI' }), newId())).toMatchObject({ code: '4032415' });
  });
});

describe('a payment', () => {
  it('is in the books like any other, and its status can be asked', async () => {
    const customerNo = await known();
    const id = newId();
    const { status, code, data } = await bank.pay(customerNo, { id, rupiah: 33_600 });
    expect([status, code]).toEqual([200, '2002500']);
    expect(data).toMatchObject({
      partnerServiceId: '   88888',
      paymentRequestId: id,
      paidAmount: { value: '33600.00', currency: 'IDR' },
      paymentFlagStatus: '00',
      paymentFlagReason: { english: 'Successful', indonesia: 'Sukses' },
    });
    const events = await publishedOf(over.database, `payment/bank-jateng/${id}`);
    expect(events.map(({ type }) => type)).toEqual(['payment-accepted']);
    expect(await bank.status(customerNo, id)).toMatchObject({
      code: '2002600',
      data: { paymentFlagStatus: '00', paidAmount: { value: '33600.00' } },
    });
    expect(await bank.status(customerNo, newId())).toMatchObject({ status: 404, code: '4042601' });
  });

  it.each([
    ['of a number that nobody has', '4042512', { rupiah: 16_800 }, '99999999999'],
    ['of an amount that pays no month', '4042513', { rupiah: 16_801 }, null],
    ['with a fraction of a rupiah', '4002501', { value: '16800.50' }, null],
    ['with an amount that is none', '4002501', { value: '16800' }, null],
  ])('%s is not taken, and leaves no money behind', async (_what, code, given, nobody) => {
    const id = newId();
    const answer = await bank.pay(nobody ?? (await known()), { id, ...given });
    expect([answer.code, answer.status]).toEqual([code, Number(code.slice(0, 3))]);
    const rows = await over.database.query('select 1 from ledger_entry where payment_id = $1', [id]);
    expect(rows).toEqual([]);
  });

  it('may say more than is needed here, as the standard and banks do, and the document says so', async () => {
    const more = { additionalInfo: { branch: '0112' }, flagAdvise: 'N', journalNum: '000123', ownField: [1] };
    expect(await bank.pay(await known(), { id: newId(), more })).toMatchObject({ code: '2002500' });
    const { paths, components } = (await over.app.inject('/openapi.json')).json();
    for (const name of [
      'AccessTokenRequest',
      'InquiryRequest',
      'SnapPaymentRequest',
      'StatusRequest',
      'SnapAmount',
    ])
      expect(components.schemas[name].additionalProperties).toBe(true);
    expect(paths['/v1.0/transfer-va/payment'].post.requestBody.description).toContain('additionalInfo');
  });

  it('on closed terms is exactly what is billed, once', async () => {
    const customerNo = await known();
    const pay = async (rupiah: number) => (await closedBank.pay(customerNo, { id: newId(), rupiah })).code;
    expect(await pay(16_800)).toBe('4042513');
    expect(await pay(33_600)).toBe('2002500');
    expect(await pay(33_600)).toBe('4042514');
  });

  it('whose number is longer than ours are is known again', async () => {
    const customerNo = await known();
    const id = 'x'.repeat(128);
    expect(await bank.pay(customerNo, { id })).toMatchObject({ code: '2002500' });
    expect(await bank.pay(customerNo, { id })).toMatchObject({ code: '2002500' });
    expect(await bank.status(customerNo, id)).toMatchObject({ code: '2002600' });
  });
});

describe('a payment again', () => {
  const twice = async (by: SnapBank, changed: { rupiah?: number } = {}, externalId = by.newExternalId()) => {
    const customerNo = await known();
    const id = newId();
    const first = await by.pay(customerNo, { id, rupiah: 33_600 }, { externalId });
    const second = await by.pay(customerNo, { id, rupiah: 33_600, ...changed }, { externalId });
    const entries = await over.database.query('select 1 from ledger_entry where payment_id = $1', [id]);
    expect(entries).toHaveLength(1);
    return [first, second] as const;
  };

  it('under the same X-EXTERNAL-ID gets the first answer, or 404-18 with its flag, as the bank wants it', async () => {
    const [first, again] = await twice(bank);
    expect(again).toEqual(first);
    const [, inconsistent] = await twice(closedBank);
    expect(inconsistent).toMatchObject({ status: 404, code: '4042518', data: { paymentFlagStatus: '00' } });
  });

  it('under the same X-EXTERNAL-ID with another paymentRequestId is a conflict, on that day', async () => {
    const externalId = bank.newExternalId();
    const customerNo = await known();
    expect(await bank.pay(customerNo, { id: newId() }, { externalId })).toMatchObject({ code: '2002500' });
    expect(await bank.pay(customerNo, { id: newId() }, { externalId })).toMatchObject({ code: '4092500' });
    clock.at = '2024-12-18T00:00:00+07:00';
    const token = String((await bank.askToken()).data['accessToken']);
    const nextDay = await bank.pay(customerNo, { id: newId() }, { externalId, token });
    clock.at = NOW;
    expect(nextDay).toMatchObject({ code: '2002500' });
  });

  it('with other content is inconsistent, and moves no money', async () => {
    const [, other] = await twice(bank, { rupiah: 16_800 });
    expect(other).toMatchObject({ status: 404, code: '4042518', data: { paymentFlagStatus: '00' } });
  });

  it('sent many times at once is taken once', async () => {
    const customerNo = await known();
    const id = newId();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => bank.pay(customerNo, { id, rupiah: 33_600 })),
    );
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['2002500']));
    const entries = await over.database.query('select 1 from ledger_entry where payment_id = $1', [id]);
    expect(entries).toHaveLength(1);
  });
});

describe('a payment that somebody has tampered with', () => {
  const TAMPERED: readonly (readonly [string, Tampering, string])[] = [
    ['another amount', { body: (text) => text.replace('16800.00', '16801.00') }, '4012500'],
    ['another payer’s number', { body: (text) => text.replaceAll('24000', '24001') }, '4012500'],
    ['the leading spaces taken off', { body: (text) => text.replaceAll('"   88888', '"88888') }, '4012500'],
    ['a signature for another path', { signedUrl: '/v1.0/transfer-va/inquiry' }, '4012500'],
    [
      'a query that was not signed',
      { url: '/v1.0/transfer-va/payment?x=1', signedUrl: '/v1.0/transfer-va/payment' },
      '4012500',
    ],
    ['another secret', { secret: 'a secret that nobody has been given' }, '4012500'],
    ['the signature in another encoding', { encoding: 'base64' }, '4012500'],
    ['another time', { headers: { 'x-timestamp': '2024-12-17T09:30:01+07:00' } }, '4012500'],
    ['an old request, sent again', { timestamp: '2024-12-17T09:24:59+07:00' }, '4012500'],
    ['a request from ahead', { timestamp: '2024-12-17T09:35:01+07:00' }, '4012500'],
    ['a partner that nobody knows', { headers: { 'x-partner-id': 'NOBODY' } }, '4012500'],
    ['another partner’s name', { headers: { 'x-partner-id': 'BCA-01' } }, '4012501'],
    ['a token that nobody gave', { token: 'bm90.aGluZw' }, '4012501'],
    ['no token', { headers: { authorization: null } }, '4012501'],
    ['no signature', { headers: { 'x-signature': null } }, '4002502'],
    ['no X-EXTERNAL-ID', { headers: { 'x-external-id': null } }, '4002502'],
    ['an X-EXTERNAL-ID that is no number', { externalId: 'abc' }, '4002501'],
  ];
  it.each(TAMPERED)('%s', async (_what, tampering, code) => {
    const id = newId();
    expect(await bank.pay(await known(), { id }, tampering)).toMatchObject({
      code,
      status: Number(code.slice(0, 3)),
    });
    expect(await over.database.query('select 1 from payment where payment_id = $1', [id])).toEqual([]);
  });

  it('is good at the edges of the window, and with the second of two secrets', async () => {
    for (const fine of [
      { timestamp: '2024-12-17T09:25:00+07:00' },
      { timestamp: '2024-12-17T09:35:00+07:00' },
      { secret: SECOND_SECRET },
    ])
      expect(await bank.pay(await known(), { id: newId() }, fine)).toMatchObject({ code: '2002500' });
  });

  it.each([
    ['partnerServiceId', '4002502'],
    ['paymentRequestId', '4002502'],
    ['paidAmount', '4002502'],
    ['trxDateTime', '4002502'],
  ])('or that lacks %s', async (field, code) =>
    expect(await bank.pay(await known(), { id: newId(), more: { [field]: undefined } })).toMatchObject({
      code,
      message: `Invalid Mandatory Field ${field}`,
    }),
  );

  it('or whose numbers do not fit together', async () =>
    expect(
      await bank.pay(await known(), { id: newId(), more: { virtualAccountNo: '   8888812345678901' } }),
    ).toMatchObject({ code: '4002501', message: 'Invalid Field Format virtualAccountNo' }));
});

it('leaves a ledger that is proven', async () => {
  const proof = await over.app.get(Ledger).proof();
  expect([isProven(proof), proof.faults]).toEqual([true, []]);
});
