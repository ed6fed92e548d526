/** The code of the whole country. */
export const COUNTRY = 'ID';
/** Kota Surakarta, where the page opens unless the token or the address say otherwise. */
export const SOLO = '33.72';

export type Level = 'country' | 'province' | 'regency' | 'district' | 'village' | 'set';

const LEVEL_BY_DEPTH: readonly Level[] = ['province', 'regency', 'district', 'village'];
const ONE_REGION = /^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$/;

/** The level of a Kemendagri code; `set` for an area or several codes. */
export const levelOf = (code: string): Level => {
  if (code === COUNTRY) return 'country';
  return ONE_REGION.test(code) ? LEVEL_BY_DEPTH[code.split('.').length - 1]! : 'set';
};

/** Whether a region is one of these or lies in one of them. */
export const liesIn = (code: string, regions: readonly string[]): boolean =>
  regions.some((region) => region === code || region === COUNTRY || code.startsWith(`${region}.`));

/** Whether there is a level below: villages have none, a set of regions is not cut. */
export const hasChildren = (code: string): boolean => !['village', 'set'].includes(levelOf(code));
