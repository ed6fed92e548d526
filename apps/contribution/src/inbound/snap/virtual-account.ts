import { textIn, type Fields } from './snap-fields.js';
import { SnapRefusal } from './snap-refusal.js';

/** The three numbers of a virtual account, as they were written: leading spaces belong to them. */
export interface VirtualAccount {
  readonly partnerServiceId: string;
  readonly customerNo: string;
  readonly virtualAccountNo: string;
}

const PARTNER_SERVICE_ID = /^ *\d{1,8}$/;
const PARTNER_SERVICE_ID_CHARACTERS = 8;
const CUSTOMER_NO = /^\d{1,20}$/;
const VIRTUAL_ACCOUNT_NO = /^ *\d{1,28}$/;

/** The numbers in a body; they must fit together. */
export const virtualAccountIn = (body: Fields): VirtualAccount => {
  const partnerServiceId = textIn(body, 'partnerServiceId', PARTNER_SERVICE_ID);
  if (partnerServiceId.length !== PARTNER_SERVICE_ID_CHARACTERS)
    throw new SnapRefusal('400-01', 'partnerServiceId');
  const customerNo = textIn(body, 'customerNo', CUSTOMER_NO);
  const virtualAccountNo = textIn(body, 'virtualAccountNo', VIRTUAL_ACCOUNT_NO);
  if (virtualAccountNo !== partnerServiceId + customerNo) throw new SnapRefusal('400-01', 'virtualAccountNo');
  return { partnerServiceId, customerNo, virtualAccountNo };
};

/** The payment code that a virtual account stands for: its number without the spaces that fill it up. */
export const paymentCodeOf = ({ virtualAccountNo }: VirtualAccount): string => virtualAccountNo.trimStart();
