import { join } from 'node:path';
import { required, secretIn, serviceSettings, type Environment, type ServiceSettings } from '#libs/kernel';
import { USUAL_POLICY, type Policy } from './domain/programmes/policy.js';
import type { Bucket } from './outbound/files/s3-files.js';

/** All that the environment says to this service. */
export interface Config extends ServiceSettings {
  readonly policy: Policy;
  /** The address of the bank's program; null: results come from outside, by HTTP. */
  readonly bankUrl: string | null;
  /** The folder in which files of evidence lie where there is no bucket; all replicas share it. */
  readonly filesFolder: string;
  /** The bucket in which they lie; null: in the folder. */
  readonly bucket: Bucket | null;
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

const secondPersonFromIn = (env: Environment): number => {
  const rupiah = Number(env['CLAIMS_SECOND_PERSON_FROM_RUPIAH'] || USUAL_POLICY.secondPersonFromRupiah);
  if (!Number.isSafeInteger(rupiah) || rupiah < 1)
    throw new Error('CLAIMS_SECOND_PERSON_FROM_RUPIAH must be whole rupiah');
  return rupiah;
};

const choiceIn = <Choice extends string>(
  env: Environment,
  name: string,
  choices: readonly Choice[],
  usual: Choice,
): Choice => {
  const stated = env[name] || usual;
  const choice = choices.find((one) => one === stated);
  if (choice === undefined) throw new Error(`${name} must be ${choices.join(' or ')}`);
  return choice;
};

/** Beside what else the service keeps on this machine. */
export const filesFolderIn = (dataFolder = '.cakupan'): string => join(dataFolder, 'claims-files');

const LOCAL = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Health data goes over it: in clear text to this machine alone. */
const bucketUrlIn = (env: Environment): string => {
  const url = URL.parse(required(env, 'CLAIMS_S3_URL'));
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL.has(url.hostname));
  if (url === null || !isSafe || url.pathname === '/' || url.username || url.search || url.hash)
    throw new Error('CLAIMS_S3_URL must be the address of a bucket, such as https://s3.example.id/evidence');
  return url.href.replace(/\/+$/, '');
};

/** Where nothing else is said: the region that stores apart from Amazon's take as theirs. */
const S3_REGION_USUAL = 'us-east-1';

const bucketIn = (env: Environment): Bucket | null =>
  env['CLAIMS_S3_URL']
    ? {
        url: bucketUrlIn(env),
        region: env['CLAIMS_S3_REGION'] || S3_REGION_USUAL,
        accessKeyId: required(env, 'CLAIMS_S3_ACCESS_KEY_ID'),
        secretAccessKey: secretIn(env, 'CLAIMS_S3_SECRET_ACCESS_KEY'),
      }
    : null;

/** Reads the environment, or says which variable is wrong. */
export const configFrom = (env: Environment): Config => ({
  ...serviceSettings(env, 'claims', PORT_DEFAULT),
  bankUrl: env['CLAIMS_BANK_URL'] || null,
  filesFolder: env['CLAIMS_FILES'] || filesFolderIn(env['CAKUPAN_DATA']),
  bucket: bucketIn(env),
  policy: {
    graceMonths: graceMonthsIn(env),
    periodicGrant: choiceIn(env, 'CLAIMS_PERIODIC_GRANT', ['paid', 'left-out'], USUAL_POLICY.periodicGrant),
    documents: choiceIn(env, 'CLAIMS_DOCUMENTS', ['noted', 'required'], USUAL_POLICY.documents),
    secondPersonFromRupiah: secondPersonFromIn(env),
  },
});

/** The configuration of this process. */
export const config = (): Config => configFrom(process.env);
