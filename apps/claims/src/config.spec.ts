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
