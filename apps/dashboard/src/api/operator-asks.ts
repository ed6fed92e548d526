import type { Parked, ParkedWhole, Rebuilds } from './answers.js';
import type { Ask } from './asks.js';
import { answered } from './client.js';

/** As many rebuilds as an operator looks back on. */
const REBUILDS_MAX = 3;

export const askRebuilds: Ask<Rebuilds> = {
  key: ['rebuilds'],
  of: async (client, signal) =>
    answered(await client.GET('/v1/rebuilds', { params: { query: { limit: REBUILDS_MAX } }, signal })),
};

export const askParked: Ask<Parked> = {
  key: ['parked'],
  of: async (client, signal) => answered(await client.GET('/v1/parked', { params: { query: {} }, signal })),
};

/** A parked message with its contents. */
export const askParkedMessage = (id: string): Ask<ParkedWhole> => ({
  key: ['parked', id],
  of: async (client, signal) =>
    answered(await client.GET('/v1/parked/{id}', { params: { path: { id } }, signal })),
});
