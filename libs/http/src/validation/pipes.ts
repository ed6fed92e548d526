import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import { document } from './documented-classes.js';
import { validated, type RequestClass } from './validated.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isStream = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'pipe' in value && typeof value.pipe === 'function';

/** `@Body(body(SignUpRequest))`: a JSON body of the class; 415 for another kind of body, 400 with fields for a wrong one. */
export const body = <T extends object>(type: RequestClass<T>): PipeTransform<unknown, T> => {
  document(type);
  return {
    transform: (value) => {
      if (isStream(value)) throw Problem.mediaType();
      return validated(type, value);
    },
  };
};

/** `@Query(query(CoverageQuery))`: the query of the class; unknown and repeated parameters are refused with 400. */
export const query = <T extends object>(type: RequestClass<T>): PipeTransform<unknown, T> => {
  document(type);
  return { transform: (value) => validated(type, { ...(value as object) }) };
};

/** `@Param('id', uuid)`: an id in the path, in lower case; anything else is a 400. */
export const uuid: PipeTransform<unknown, string> = {
  transform: (value, metadata: ArgumentMetadata) => {
    if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
    throw Problem.malformed([{ path: metadata.data ?? 'id', reason: 'malformed' }]);
  },
};
