import { MEMBERS_PER_BLOCK, signUpPlace, SLOTS, type Membership, type Slot } from './slots.js';

/** How many inputs a block has; a run ends with a whole one. */
export const BLOCK = SLOTS.length;

/** The slot that input `n` fills. */
export const slotOf = (n: number): Slot => SLOTS[n % BLOCK]!;

const blockOf = (n: number) => Math.floor(n / BLOCK);

/** The number of the input that fills another slot of the same block. */
export const inputAt = (n: number, place: number): number => blockOf(n) * BLOCK + place;

/** The number of a member of the block among all persons of the load. */
export const personNumber = (n: number, member: number): number => blockOf(n) * MEMBERS_PER_BLOCK + member;

/** The input that is the sign-up from which a member's membership comes. */
export const signUpOf = (n: number, member: number, as: Membership): number =>
  inputAt(n, signUpPlace(member, as));
