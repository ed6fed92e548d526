/** How a member can be reached, as it was stated at the sign-up. */
export interface Contact {
  readonly membershipId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly mobile: string | null;
  readonly email: string | null;
}

/** How members can be reached: the one thing that leaves the vault so that somebody can be reminded. */
export abstract class Contacts {
  /** Opens the record and notes who asked; `null` where what identified the person was destroyed. */
  abstract of(membershipId: string, actor: string): Promise<Contact | null>;
}
