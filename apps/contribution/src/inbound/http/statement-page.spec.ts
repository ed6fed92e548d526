import { describe, expect, it } from '@jest/globals';
import type { StatementEntry } from '../../use-cases/views.js';
import { statementCsv } from './statement-csv.js';
import { statementPage } from './statement-page.js';

const entry = (given: Partial<StatementEntry> = {}): StatementEntry => ({
  gateway: 'bank-jateng',
  paymentId: 'P-1',
  contributionId: 'c-1',
  months: ['2024-06', '2024-07'],
  from: '2024-06-01',
  through: '2024-07-31',
  amountRupiah: 1_033_600,
  amounts: { JKK: 1_020_000, JKM: 13_600 },
  payer: { kind: 'self', code: null },
  paidAt: '2024-06-30T23:00:00Z',
  reversedAt: null,
  ...given,
});
const statement = (...entries: StatementEntry[]) => ({
  membershipId: 'm-1',
  residence: null,
  lateFeesOwedRupiah: 0,
  entries,
});

describe('a statement to print', () => {
  it('lists what was paid, with the day in Jakarta, and adds up what holds', () => {
    const taken = entry({ amountRupiah: 16_800, reversedAt: '2024-08-01T10:00:00+07:00' });
    const page = statementPage(statement(entry(), taken));
    expect(page).toContain('<td>2024-06, 2024-07</td><td>2024-06-01 – 2024-07-31</td><td>Rp1.033.600</td>');
    expect(page).toContain('<td>2024-07-01</td>');
    expect(page).toContain('<td>ditarik kembali 2024-08-01</td>');
    expect(page).toContain('Jumlah iuran yang berlaku: Rp1.033.600');
  });

  it('shows nothing from outside as anything but text', () => {
    const page = statementPage(
      statement(entry({ paymentId: '<script>"x"&\'y\'', payer: { kind: 'sponsor', code: '<b>' } })),
    );
    expect(page).not.toContain('<script>');
    expect(page).toContain('bank-jateng &lt;script&gt;&quot;x&quot;&amp;&#39;y&#39;');
    expect(page).toContain('<td>sponsor &lt;b&gt;</td>');
  });

  it('says what is left of late fees, where something is', () => {
    expect(statementPage({ ...statement(entry()), lateFeesOwedRupiah: 9_240 })).toContain(
      'Denda yang belum dibayar: Rp9.240',
    );
    expect(statementPage(statement(entry()))).not.toContain('Denda');
  });

  it('of event cover and of nothing', () => {
    expect(statementPage(statement(entry({ months: [] })))).toContain('<td>kegiatan</td>');
    expect(statementPage(statement())).toContain('yang berlaku: Rp0');
  });
});

it('as CSV has one line for each contribution', () =>
  expect(statementCsv(statement(entry()))).toBe(
    'contributionId,months,from,through,amount,payerKind,payerCode,gateway,paymentId,paidAt,reversedAt\r\n' +
      'c-1,2024-06 2024-07,2024-06-01,2024-07-31,1033600,self,,bank-jateng,P-1,2024-06-30T23:00:00Z,\r\n',
  ));
