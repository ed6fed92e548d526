import type { ServiceName } from '#libs/contracts';
import type { HttpOptions } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { freshDatabaseUrl, openIssuer } from '#libs/testing';
import type { DynamicModule } from '@nestjs/common';
import { claimsModule } from '../../../apps/claims/src/claims.module.js';
import { contributionModule, PAYMENT_BYTES_MAX } from '../../../apps/contribution/src/contribution.module.js';
import { enrollment } from '../../../apps/enrollment/src/enrollment.module.js';
import { reportingModule } from '../../../apps/reporting/src/reporting.module.js';

/** The secret of all services in the tests. */
export const secret = Buffer.from('a secret of the tests, 32 bytes and more');

/** Who signs the tokens of a test file: all its services find the key in the same folder. */
export const issuer = await openIssuer();

const settingsOn = (brokers: readonly string[], databaseUrl: string) => ({
  brokers,
  databaseUrl,
  host: '127.0.0.1',
  port: 0,
  clock: new StoryClock('2024-12-17'),
  issuer: undefined,
  dataFolder: issuer.dataFolder,
  logLevel: 'silent',
  nikTokenKey: secret,
  nikVaultKey: secret,
});

/** A service as its `main.ts` makes it, on a database that nobody else uses. */
export interface Service {
  readonly name: string;
  readonly databaseUrl: string;
  readonly module: DynamicModule;
  readonly options: HttpOptions;
}

const MODULES: Readonly<Record<ServiceName, (settings: ReturnType<typeof settingsOn>) => DynamicModule>> = {
  enrollment,
  contribution: contributionModule,
  claims: claimsModule,
  reporting: reportingModule,
};

/** The four services on these brokers. */
export const servicesOn = (brokers: readonly string[]): readonly Service[] =>
  Object.entries(MODULES).map(([name, moduleOf]) => {
    const databaseUrl = freshDatabaseUrl(`bad_${name}`);
    const bodyMaxBytes = name === 'contribution' ? { bodyMaxBytes: PAYMENT_BYTES_MAX } : {};
    const module = moduleOf(settingsOn(brokers, databaseUrl));
    return { name, databaseUrl, module, options: { title: name, ...bodyMaxBytes } };
  });
