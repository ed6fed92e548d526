export const SEGMENTS = ['PU', 'BPU', 'JAKON', 'PMI'] as const;
/** By whom somebody is employed, as the insurer tells members apart. */
export type Segment = (typeof SEGMENTS)[number];

export const CHANNEL_KINDS = [
  'aggregator',
  'bank',
  'kiosk',
  'app',
  'web',
  'branch',
  'agent',
  'association',
  'village',
  'market',
  'event',
  'employer',
  'sponsor',
  'government',
  'unmapped',
] as const;
/** How a sign-up came; `unmapped` is in a way that the service does not know. */
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** The kind of channel of that name; null for another text, which an address may hold. */
export const channelKindOf = (text: string | null): ChannelKind | null =>
  CHANNEL_KINDS.find((kind) => kind === text) ?? null;
