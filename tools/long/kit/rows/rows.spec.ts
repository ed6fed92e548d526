import { describe, expect, it } from '@jest/globals';
import { signUpSubmitted } from '#libs/contracts';
import { strictCheckOf } from '#libs/http';
import { expectedOf, rowAt } from './rows.js';

const isSignUp = strictCheckOf(signUpSubmitted);
const valueAt = (row: number): { signUpId: string; person: { nik: string } } | null => {
  try {
    return JSON.parse(rowAt(row)) as ReturnType<typeof valueAt>;
  } catch {
    return null;
  }
};

describe('the rows of a large file', () => {
  it('are sign-ups, but for one of a hundred', () => {
    const flawed = Array.from({ length: 300 }, (_, row) => row).filter((row) => !isSignUp(valueAt(row)));
    expect(flawed).toEqual([37, 137, 237]);
  });

  it('are of as many persons and ids as there are new members and refusals', () => {
    const rows = 20_000;
    const values = Array.from({ length: rows }, (_, row) => valueAt(row)).filter((value) => value !== null);
    const { memberships, refused, alreadyMember } = expectedOf(rows);
    expect(new Set(values.map(({ person }) => person.nik)).size).toBe(memberships + refused);
    expect(new Set(values.map(({ signUpId }) => signUpId)).size).toBe(memberships + refused + alreadyMember);
  });

  it('are counted by kind, each once', () => {
    const { repeated, memberships, ...all } = expectedOf(1_000);
    expect({ repeated, memberships, ...all }).toEqual({
      registered: 970,
      alreadyMember: 10,
      refused: 10,
      malformed: 10,
      repeated: 10,
      memberships: 960,
    });
    expect(Object.values(all).reduce((sum, count) => sum + count, 0)).toBe(1_000);
  });
});
