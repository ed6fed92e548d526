import { initialAccount, type Account } from '../account/account.js';

const setIn = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value => {
  map.set(key, value);
  return value;
};

/** Memberships at hand, found by id, payment code or NIK token. */
export class AccountShelf {
  private readonly accounts = new Map<string, Account>();
  private readonly byCode = new Map<string, string>();
  private readonly byToken = new Map<string, Set<string>>();
  private readonly changed = new Set<string>();

  constructor(accounts: readonly Account[]) {
    for (const account of accounts) this.keep(account);
  }

  /** The membership; one that nothing was heard of is there in its beginning. */
  get(membershipId: string): Account {
    return this.accounts.get(membershipId) ?? initialAccount(membershipId);
  }

  withCode(paymentCode: string): Account | null {
    const membershipId = this.byCode.get(paymentCode);
    return membershipId === undefined ? null : this.get(membershipId);
  }

  withToken(nikToken: string): Account[] {
    return [...(this.byToken.get(nikToken) ?? [])].map((membershipId) => this.get(membershipId));
  }

  ofPerson(personId: string): Account[] {
    return [...this.accounts.values()].filter(({ membership }) => membership?.personId === personId);
  }

  put(account: Account): void {
    this.changed.add(account.membershipId);
    this.keep(account);
  }

  changes(): Account[] {
    return [...this.changed].map((membershipId) => this.get(membershipId));
  }

  private keep(account: Account): void {
    const { membershipId, identity } = account;
    const before = this.accounts.get(membershipId)?.identity;
    this.accounts.set(membershipId, account);
    if (before === identity) return;
    if (before?.paymentCode) this.byCode.delete(before.paymentCode);
    if (before?.nikToken) this.byToken.get(before.nikToken)?.delete(membershipId);
    if (identity.paymentCode) this.byCode.set(identity.paymentCode, membershipId);
    if (identity.nikToken) this.sharing(identity.nikToken).add(membershipId);
  }

  private sharing(nikToken: string): Set<string> {
    return this.byToken.get(nikToken) ?? setIn(this.byToken, nikToken, new Set<string>());
  }
}
