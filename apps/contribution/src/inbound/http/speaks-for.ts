import type { Actor } from '#libs/http';

/** An officer acts for any gateway, a gateway for itself. */
export const speaksFor = ({ roles, gateway }: Pick<Actor, 'roles' | 'gateway'>, name: string): boolean =>
  roles.includes('officer') || (roles.includes('gateway') && gateway === name);
