import type { Day } from '#libs/kernel';
import type { CoverageQuery } from './coverage-query.js';

/** As long as the code of a district; villages are longer, and so are names of areas. */
const DISTRICT_LENGTH = 8;
const REGENCY_LENGTH = 5;
const CODE = /^(?:ID|\d{2}(?:\.\d{2}){0,2})$/;

/**
 * Whether a question may be asked without a token: the coverage of one region down to a district, today, as known now,
 * whole or by its children, held against the target in force. Anything that cuts persons otherwise, as does a target of
 * another segment or period, could be set against these figures until single persons stand out, and needs a token.
 */
export const isForThePublic = (query: CoverageQuery, today: Day): boolean => {
  const [region = '', ...others] = query.region;
  const isCut = query.by !== undefined && query.by !== 'none';
  const filters = [query.segment, query.programme, query.channel, query.occupation];
  return (
    others.length === 0 &&
    CODE.test(region) &&
    region.length <= (isCut ? REGENCY_LENGTH : DISTRICT_LENGTH) &&
    (!isCut || query.by === 'region') &&
    (query.asOf === undefined || query.asOf === today) &&
    query.knownOn === undefined &&
    query.measure === 'active' &&
    query.target === undefined &&
    filters.every((filter) => filter === undefined)
  );
};
