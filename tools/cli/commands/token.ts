import { existsSync } from 'node:fs';
import { ROLES } from '#libs/http';
import { localIssuer } from '../../stack/local-issuer.js';
import { CannotRun } from '../cannot-run.js';
import type { Command } from '../command.js';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Prints a token of the local issuer. */
export const token: Command = {
  usage: 'token --role ROLE [--region CODE] [--channel CODE] [--gateway NAME]',
  summary: 'a token of the local issuer, good for 30 days',
  options: {
    role: { type: 'string' },
    region: { type: 'string' },
    channel: { type: 'string' },
    gateway: { type: 'string' },
  },
  run: async ({ folder, values }) => {
    const role = text(values['role']);
    if (role === undefined) throw new CannotRun('Say for whom: --role analyst, for example.');
    if (!(ROLES as readonly string[]).includes(role))
      throw new CannotRun(`There is no role ${role}; there are ${ROLES.join(', ')}.`);
    if (!existsSync(folder))
      throw new CannotRun(`There is no folder ${folder}: start a stack with npm start.`);
    const issuer = await localIssuer(folder);
    const { region, channel, gateway } = values;
    return issuer.token({ role, region: text(region), channel: text(channel), gateway: text(gateway) });
  },
};
