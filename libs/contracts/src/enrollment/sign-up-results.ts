import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { id, listOf, oneOf, slug, text } from '../kinds.js';
import { reasonList } from '../parts/lists.js';
import { signUpResultsTopic } from '../topics.js';
import { SIGN_UP_OUTCOMES, type SignUpOutcome } from '../vocabulary.js';

export class SignUpAccepted {
  @Is(id) signUpId!: string;
  @Is(oneOf(SIGN_UP_OUTCOMES)) outcome!: SignUpOutcome;
  @Is(id) membershipId!: string;
  @Is(text(32)) memberNumber!: string;
  @Is(text(64)) paymentCode!: string;
  @Is(listOf(slug, { min: 0, max: 50 })) warnings!: string[];
}

export class SignUpRefused {
  @Is(id) signUpId!: string;
  @Is(reasonList) reasons!: string[];
}

export const signUpAccepted = defineEvent({
  topic: signUpResultsTopic,
  type: 'id.cakupan.enrollment.sign-up-accepted.v1',
  summary: 'The sign-up led to a membership: a new one, or the open one that the person already has.',
  payload: SignUpAccepted,
  key: (result) => result.signUpId,
  subject: (result) => `sign-up/${result.signUpId}`,
  example: {
    signUpId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
    outcome: 'registered',
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    memberNumber: '24000000017',
    paymentCode: '8888824000000017',
    warnings: ['unknown-channel'],
  },
});

export const signUpRefused = defineEvent({
  topic: signUpResultsTopic,
  type: 'id.cakupan.enrollment.sign-up-refused.v1',
  summary: 'The sign-up breaks the rules that the reasons name; nothing was registered.',
  payload: SignUpRefused,
  key: (result) => result.signUpId,
  subject: (result) => `sign-up/${result.signUpId}`,
  example: { signUpId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01', reasons: ['nik-implausible'] },
});
