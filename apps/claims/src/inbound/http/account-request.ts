import { Is, kinds } from '#libs/contracts';

/** The account that a bank book shows. It is kept nowhere; what stands for it tells claims on one account. */
export class AccountRequest {
  @Is(kinds.bankCode) bank!: string;
  @Is(kinds.accountNumber) number!: string;
}
