import type { View } from './place.js';

/** Whose views these are by role; the overview is everybody's. What the service answers is decided there. */
const ROLES_OF: Readonly<Record<Exclude<View, 'overview'>, readonly string[]>> = {
  gap: ['analyst'],
  channels: ['analyst'],
  targets: ['analyst', 'planner'],
  benefits: ['analyst'],
  published: ['analyst'],
  operations: ['analyst', 'operator'],
};

/** Whether somebody with these roles has anything to see in a view. */
export const mayOpen = (view: View, roles: readonly string[]): boolean =>
  view === 'overview' || ROLES_OF[view].some((role) => roles.includes(role));

/** Whether more of the figures may be asked for than the public may: other days, cuts, villages, the trend. */
export const isAnalyst = (roles: readonly string[]): boolean => roles.includes('analyst');
