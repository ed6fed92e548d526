import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { id } from '../kinds.js';
import { membersTopic } from '../topics.js';

export class PersonErased {
  @Is(id) personId!: string;
}

export const personErased = defineEvent({
  topic: membersTopic,
  type: 'id.cakupan.enrollment.person-erased.v1',
  summary: 'What identified the person is gone. Figures stay as they were; the memberships ended before.',
  payload: PersonErased,
  key: (person) => person.personId,
  subject: (person) => `person/${person.personId}`,
  example: { personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42' },
});
