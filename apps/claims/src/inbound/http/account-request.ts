import { Is, kinds } from '#libs/contracts';

/** The account that a bank book shows. This service keeps only what stands for it, which tells claims on one account. */
export class AccountRequest {
  @Is(kinds.bankCode) bank!: string;
  @Is(kinds.accountNumber) number!: string;
}

/** Another account, for money that failed or came back. */
export class AccountCorrectionRequest extends AccountRequest {
  /** Kept with the step, and with nothing else. */
  @Is(kinds.text(2_000)) why!: string;
}
