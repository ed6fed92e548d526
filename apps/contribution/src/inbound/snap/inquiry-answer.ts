import type { BilledMonth, Bill } from '../../use-cases/state-bill.js';
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

const lineOf = ({ month, totalRupiah }: BilledMonth, index: number) => ({
  billNo: String(index + 1),
  billName: `Iuran ${month}`,
  billAmount: amountOf(totalRupiah),
});

/** The bill of a virtual account; throws where there is nothing to pay on the partner's terms. */
export const billedAnswer = (
  bill: Bill | null,
  account: VirtualAccount & { readonly inquiryRequestId: string },
  { trxType }: SnapPartner,
): SnapAnswer => {
  if (bill === null) throw refusedInquiry('404-12', account);
  if (typeof bill.months === 'string') throw refusedInquiry(caseOf(bill.months), account);
  if (bill.months.length === 0 && trxType === 'C') throw refusedInquiry('404-14', account);
  return {
    ...responseOf('inquiry', '200-00'),
    virtualAccountData: {
      inquiryStatus: '00',
      inquiryReason: reasonTextOf('200-00'),
      ...account,
      virtualAccountName: nameOf(account),
      totalAmount: amountOf(bill.months.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0)),
      billDetails: bill.months.slice(0, BILL_LINES_MAX).map(lineOf),
      virtualAccountTrxType: trxType,
    },
  };
};
