import { describe, expect, it } from '@jest/globals';
import { USUAL_POLICY } from './domain/programmes/policy.js';
import { configFrom } from './config.js';

const env = { KAFKA_BROKERS: '127.0.0.1:9092', DATABASE_URL: 'postgres://127.0.0.1:5432' };
describe('where files of evidence lie', () => {
  const folderWith = (more: Record<string, string>) => configFrom({ ...env, ...more }).filesFolder;

  it('is beside what else the service keeps, unless it is said', () => {
    expect(folderWith({})).toBe('.cakupan/claims-files');
    expect(folderWith({ CAKUPAN_DATA: '/data' })).toBe('/data/claims-files');
    expect(folderWith({ CAKUPAN_DATA: '/data', CLAIMS_FILES: '/files' })).toBe('/files');
  });
});

describe('the bucket for files of evidence', () => {
  const SECRET = 'a secret that is longer than 32 characters';
  const stated = {
    CLAIMS_S3_URL: 'https://s3.example.id/evidence/claims/',
    CLAIMS_S3_ACCESS_KEY_ID: 'KEY',
    CLAIMS_S3_SECRET_ACCESS_KEY: SECRET,
  };
  const bucketWith = (more: Record<string, string>) => configFrom({ ...env, ...stated, ...more }).bucket;
  const bucket = {
    url: 'https://s3.example.id/evidence/claims',
    accessKeyId: 'KEY',
    secretAccessKey: SECRET,
  };

  it('is none, unless it is said', () => expect(configFrom(env).bucket).toBeNull());

  it('has an address, a region and a key', () => {
    expect(bucketWith({})).toEqual({ ...bucket, region: 'us-east-1' });
    expect(bucketWith({ CLAIMS_S3_REGION: 'ap-southeast-3' })).toMatchObject({ region: 'ap-southeast-3' });
  });

  it('is spoken to in clear text on this machine alone', () => {
    const url = 'http://127.0.0.1:9000/evidence';
    expect(bucketWith({ CLAIMS_S3_URL: url })).toMatchObject({ url });
    expect(() => bucketWith({ CLAIMS_S3_URL: 'http://s3.example.id/evidence' })).toThrow('CLAIMS_S3_URL');
  });

  it.each([
    ['CLAIMS_S3_URL', 'evidence'],
    ['CLAIMS_S3_URL', 'https://s3.example.id/'],
    ['CLAIMS_S3_URL', 'https://user@s3.example.id/evidence'],
    ['CLAIMS_S3_URL', 'https://s3.example.id/evidence?x=1'],
    ['CLAIMS_S3_ACCESS_KEY_ID', ''],
    ['CLAIMS_S3_SECRET_ACCESS_KEY', ''],
    ['CLAIMS_S3_SECRET_ACCESS_KEY', 'short'],
  ])('cannot be %s=%s', (name, value) => expect(() => bucketWith({ [name]: value })).toThrow(name));

  it('keeps its secret out of what is complained of', () => {
    const wrong = () => bucketWith({ CLAIMS_S3_SECRET_ACCESS_KEY: 'hunter2' });
    expect(wrong).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hunter2') }));
  });
});

const policyWith = (more: Record<string, string>) => configFrom({ ...env, ...more }).policy;

describe('what the published rules leave open', () => {
  it('is chosen where nothing is set', () => expect(policyWith({})).toEqual(USUAL_POLICY));

  it('is read from the environment', () =>
    expect(
      policyWith({
        CLAIMS_GRACE_MONTHS: '3',
        CLAIMS_PERIODIC_GRANT: 'left-out',
        CLAIMS_DOCUMENTS: 'required',
        CLAIMS_SECOND_PERSON_FROM_RUPIAH: '1000000',
      }),
    ).toEqual({
      graceMonths: 3,
      periodicGrant: 'left-out',
      documents: 'required',
      secondPersonFromRupiah: 1_000_000,
    }));

  it.each([
    ['CLAIMS_GRACE_MONTHS', '4'],
    ['CLAIMS_GRACE_MONTHS', '-1'],
    ['CLAIMS_GRACE_MONTHS', 'some'],
    ['CLAIMS_PERIODIC_GRANT', 'half'],
    ['CLAIMS_DOCUMENTS', 'lost'],
    ['CLAIMS_SECOND_PERSON_FROM_RUPIAH', '0.5'],
    ['CLAIMS_SECOND_PERSON_FROM_RUPIAH', '0'],
  ])('cannot be %s=%s', (name, value) => expect(() => policyWith({ [name]: value })).toThrow(name));
});
