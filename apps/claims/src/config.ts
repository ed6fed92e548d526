import { serviceSettings, type Environment, type ServiceSettings } from '#libs/kernel';
import { USUAL_POLICY, type Policy } from './domain/programmes/policy.js';

/** All that the environment says to this service. */
export interface Config extends ServiceSettings {
  readonly policy: Policy;
}

const PORT_DEFAULT = 4303;
/** The grace that coverage can be asked with. */
const GRACE_MONTHS_MAX = 3;

const graceMonthsIn = (env: Environment): number => {
  const months = Number(env['CLAIMS_GRACE_MONTHS'] || USUAL_POLICY.graceMonths);
  if (!Number.isInteger(months) || months < 0 || months > GRACE_MONTHS_MAX)
    throw new Error(`CLAIMS_GRACE_MONTHS must be 0 to ${GRACE_MONTHS_MAX}`);
  return months;
};

const periodicGrantIn = (env: Environment): Policy['periodicGrant'] => {
  const choice = env['CLAIMS_PERIODIC_GRANT'] || USUAL_POLICY.periodicGrant;
  if (choice !== 'paid' && choice !== 'left-out')
    throw new Error('CLAIMS_PERIODIC_GRANT must be paid or left-out');
  return choice;
};

/** Reads the environment, or says which variable is wrong. */
export const configFrom = (env: Environment): Config => ({
  ...serviceSettings(env, 'claims', PORT_DEFAULT),
  policy: { graceMonths: graceMonthsIn(env), periodicGrant: periodicGrantIn(env) },
});

/** The configuration of this process. */
export const config = (): Config => configFrom(process.env);
