import { decideLook } from '../domain/person/look-up.js';
import type { FoundPerson, LooksOnRecord, PersonsByNik } from './looks.js';

/** `too-many`: the officer has looked so often that it is no longer work at a counter. */
export type LookedUp = FoundPerson | null | 'too-many';

/** Finds the person with a NIK. Each look is put on record, and none is possible beyond a limit. */
export class LookUpPersonByNik {
  constructor(
    private readonly persons: PersonsByNik,
    private readonly looks: LooksOnRecord,
  ) {}

  /** @param isSeen whether the officer may see somebody who lives there; others are not found */
  async find(nik: string, actor: string, isSeen: (residence: string | null) => boolean): Promise<LookedUp> {
    const found = await this.persons.find(nik);
    const memberships = found?.memberships.filter(({ residence }) => isSeen(residence)) ?? [];
    const person = found === null || memberships.length === 0 ? null : { ...found, memberships };
    const look = { actor, purpose: 'looked-up', personId: person?.personId ?? null } as const;
    const outcome = await this.looks.note(look, decideLook);
    return outcome.kind === 'refused' ? 'too-many' : person;
  }
}
