import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { SnapPartners, snapPartnersIn } from './snap-partners.js';

const PEM = readFileSync(new URL('../../../test/snap/vectors/public.pem', import.meta.url), 'utf8');
const stated = {
  partnerId: 'BJTG-01',
  clientId: 'client-1',
  gateway: 'bank-jateng',
  publicKeys: [PEM],
  clientSecrets: ['a secret of the tests, 32 bytes and more'],
};
const read = (...partners: object[]) => snapPartnersIn({ SNAP_PARTNERS: JSON.stringify(partners) });

it('reads the partners, with what holds where nothing is said', () => {
  expect(read(stated)).toEqual([
    { ...stated, tokenSignature: 'base64', signature: 'base64', trxType: 'C', replay: 'success' },
  ]);
  expect(read({ ...stated, signature: 'hex', trxType: 'O' })).toMatchObject([
    { signature: 'hex', trxType: 'O' },
  ]);
  expect(snapPartnersIn({})).toEqual([]);
});

it('finds them by what requests carry', () => {
  const partners = new SnapPartners(read(stated));
  expect(partners.withPartnerId('BJTG-01')).toEqual(partners.withClientId('client-1'));
  expect(partners.withPartnerId('client-1')).toBeNull();
  expect(partners.withClientId('BJTG-01')).toBeNull();
});

it.each([
  [{ partnerId: '' }, 'partnerId must be a text'],
  [{ publicKeys: [] }, 'publicKeys must be a list of texts'],
  [{ publicKeys: ['no key'] }, 'publicKeys must be RSA keys in PEM'],
  [{ clientSecrets: ['short'] }, 'clientSecrets must have at least 32 characters each'],
  [{ signature: 'base32' }, 'signature must be one of base64, hex'],
])('says what is wrong, and shows no secret: %j', (changed, fault) =>
  expect(() => read({ ...stated, ...changed })).toThrow(`SNAP_PARTNERS, entry 0: ${fault}`),
);

it('is a list in JSON', () => {
  expect(() => snapPartnersIn({ SNAP_PARTNERS: '{' })).toThrow('SNAP_PARTNERS is not JSON');
  expect(() => snapPartnersIn({ SNAP_PARTNERS: '{}' })).toThrow('SNAP_PARTNERS must be a list');
});
