import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import type { EventContract } from '#libs/contracts';
import type { Reason } from '#libs/kernel';
import { Problem } from '../problems/problem.js';
import { documentBody, documentQuery } from './documented-classes.js';
import { strictCheckOf } from './strict-schema.js';
import { validated, type RequestClass } from './validated.js';

const UUID = /^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$/;

const isStream = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'pipe' in value && typeof value.pipe === 'function';

/** `@Body(anyBody)`: a JSON body whose shape somebody else looks at; 415 for another kind of body. */
export const anyBody: PipeTransform<unknown, unknown> = {
  transform: (value) => {
    if (isStream(value)) throw Problem.mediaType();
    return value;
  },
};

/** `@Body(body(SignUpRequest))`: a JSON body of the class; 415 for another kind of body, 400 with fields for a wrong one. */
export const body = <T extends object>(type: RequestClass<T>): PipeTransform<unknown, T> => {
  documentBody(type);
  return {
    transform: (value, metadata) => validated(type, anyBody.transform(value, metadata)),
  };
};

/**
 * `@Body(contentOf(signUpSubmitted))`: a JSON body that is an event's content, as `body` takes it: most are right, and are
 * found to be by the compiled schema, at a hundredth of the price.
 */
export const contentOf = <T extends object>(
  contract: EventContract<string, T>,
): PipeTransform<unknown, T> => {
  const isRight = strictCheckOf(contract);
  const otherwise = body(contract.payload);
  return { transform: (value, metadata) => (isRight(value) ? value : otherwise.transform(value, metadata)) };
};

/** `@Query(query(CoverageQuery))`: the query of the class; unknown and repeated parameters are refused with 400. */
export const query = <T extends object>(type: RequestClass<T>): PipeTransform<unknown, T> => {
  documentQuery(type);
  return { transform: (value) => validated(type, { ...(value as object) }) };
};

/** A pipe for a part of the path, which knows what it takes as JSON Schema, for the OpenAPI document. */
export interface PathPipe extends PipeTransform<unknown, string> {
  readonly schema: Readonly<Record<string, unknown>>;
}

/** What a part of a path may be: as JSON Schema, and as a check. */
export interface PartOfPath {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly accepts: (value: unknown) => boolean;
}

/** `@Param('code', part(kinds.text(64)))`: a part of the path; what the kind does not accept is a 400. */
export const part = ({ schema, accepts }: PartOfPath, reason: Reason = 'malformed'): PathPipe => ({
  schema,
  transform: (value, { data }: ArgumentMetadata) => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw Problem.malformed([{ path: data ?? 'id', reason }]);
  },
});

/** A part of the path that fits a pattern. */
export const fitting = (pattern: RegExp): PartOfPath => ({
  schema: { type: 'string', pattern: pattern.source },
  accepts: (value) => typeof value === 'string' && pattern.test(value),
});

const anyUuid = part(fitting(UUID));

/** `@Param('id', uuid)`: an id in the path, in lower case; anything else is a 400. */
export const uuid: PathPipe = {
  schema: { ...anyUuid.schema, format: 'uuid' },
  transform: (value, metadata) => (anyUuid.transform(value, metadata) as string).toLowerCase(),
};
