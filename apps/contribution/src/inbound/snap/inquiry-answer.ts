import type { Bill, Billed } from '../../use-cases/state-bill.js';
import type { SnapAnswer } from './payment-answers.js';
import { caseOf } from './case-of-reason.js';
import { reasonTextOf, responseOf, type SnapCase } from './snap-codes.js';
import { amountOf } from './snap-amounts.js';
import { SnapRefusal } from './snap-refusal.js';
import type { SnapPartner } from './snap-partners.js';
import type { VirtualAccount } from './virtual-account.js';

/** More lines than these no answer may have. */
const BILL_LINES_MAX = 24;

const refusedInquiry = (snapCase: SnapCase, account: object): SnapRefusal =>
  new SnapRefusal(snapCase, undefined, {
    virtualAccountData: { ...account, inquiryStatus: '01', inquiryReason: reasonTextOf(snapCase) },
  });

/** No name is known here: the end of the number lets a payer recognise it. */
const nameOf = ({ customerNo }: VirtualAccount) =>
  `Peserta ${customerNo.slice(-4).padStart(customerNo.length, '*')}`;

/** Fees are paid with months, never alone. */
const feesOf = ({ months, lateFeesRupiah }: Billed): number => (months.length === 0 ? 0 : lateFeesRupiah);

const totalOf = (billed: Billed): number => billed.monthsRupiah + feesOf(billed);

const linesOf = (billed: Billed) => {
  const months = billed.months.map(({ month, totalRupiah }) => [`Iuran ${month}`, totalRupiah] as const);
  const fees = feesOf(billed) > 0 ? [['Denda keterlambatan', feesOf(billed)] as const] : [];
  return [...fees, ...months].slice(0, BILL_LINES_MAX).map(([billName, rupiah], index) => ({
    billNo: String(index + 1),
    billName,
    billAmount: amountOf(rupiah),
  }));
};

/** The bill of a virtual account; throws where there is nothing to pay on the partner's terms. */
export const billedAnswer = (
  bill: Bill | null,
  account: VirtualAccount & { readonly inquiryRequestId: string },
  { trxType }: SnapPartner,
): SnapAnswer => {
  if (bill === null) throw refusedInquiry('404-12', account);
  const { billed } = bill;
  if (typeof billed === 'string') throw refusedInquiry(caseOf(billed), account);
  if (billed.months.length === 0 && trxType === 'C') throw refusedInquiry('404-14', account);
  return {
    ...responseOf('inquiry', '200-00'),
    virtualAccountData: {
      inquiryStatus: '00',
      inquiryReason: reasonTextOf('200-00'),
      ...account,
      virtualAccountName: nameOf(account),
      totalAmount: amountOf(totalOf(billed)),
      billDetails: linesOf(billed),
      virtualAccountTrxType: trxType,
    },
  };
};
