import { CHANNELS, EMPLOYERS, ORGANISER } from './plan/sign-ups.js';
import { Caller, type Call } from './sending/caller.js';
import type { Target } from './target.js';

interface Entry {
  readonly service: 'enrollment' | 'reporting';
  readonly role: string;
  readonly path: string;
  readonly content: object;
}

const register = (path: string, content: object): Entry => ({
  service: 'enrollment',
  role: 'officer',
  path,
  content,
});

const REGISTERED_CHANNELS = CHANNELS.slice(0, -1);

const ENTRIES: readonly Entry[] = [
  ...REGISTERED_CHANNELS.map(({ kind, code }) => register(`/v1/channels/${code}`, { kind })),
  ...EMPLOYERS.map((code) => register(`/v1/employers/${code}`, { riskGroup: 'very-low' })),
  register(`/v1/sponsors/${ORGANISER}`, { kind: 'organiser' }),
  {
    service: 'reporting',
    role: 'planner',
    path: '/v1/denominators/uji-solo',
    content: {
      definition: 'penduduk bekerja (uji)',
      regions: ['33.72'],
      value: 227_164,
      asOf: '2024-12-17',
      source: 'load, invented',
    },
  },
];

const callOf = ({ service, role, path, content }: Entry): Call => ({
  service,
  role,
  path,
  method: 'PUT',
  body: JSON.stringify(content),
  idempotencyKey: path,
});

/**
 * Enters what inputs refer to: channels, employers, an organiser, a denominator. Before any fault; the same again
 * changes nothing. The seed decides about persons alone, so these are the same for all.
 */
export const prepare = async (target: Target, _seed: number): Promise<void> => {
  const caller = new Caller(target);
  try {
    for (const entry of ENTRIES) {
      const answer = await caller.call(callOf(entry));
      if (answer!.status >= 300)
        throw new Error(
          `PUT ${entry.path} was answered with ${answer!.status}: ${JSON.stringify(answer!.body)}`,
        );
    }
  } finally {
    caller.close();
  }
};
