import { tmpdir } from 'node:os';
import type { ServiceName } from '#libs/contracts';
import { StoryClock } from '#libs/kernel';
import type { DynamicModule } from '@nestjs/common';
import { claimsModule } from '../../../apps/claims/src/claims.module.js';
import { contributionModule } from '../../../apps/contribution/src/contribution.module.js';
import { enrollment } from '../../../apps/enrollment/src/enrollment.module.js';
import { reportingModule } from '../../../apps/reporting/src/reporting.module.js';

const KEY = Buffer.alloc(32, 'k');
const settings = {
  brokers: ['127.0.0.1:9'],
  databaseUrl: 'postgres://127.0.0.1:9/nothing',
  host: '127.0.0.1',
  port: 0,
  issuer: undefined,
  logLevel: 'silent',
  clock: new StoryClock('2024-12-17'),
  dataFolder: tmpdir(),
  nikTokenKey: KEY,
  nikVaultKey: KEY,
};

/** The services as they are put together; none is started. */
export const modules: Readonly<Record<ServiceName, DynamicModule>> = {
  claims: claimsModule(settings),
  contribution: contributionModule(settings),
  enrollment: enrollment(settings),
  reporting: reportingModule(settings),
};
