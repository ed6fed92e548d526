import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_MEDIA_TYPE } from '../problems/problem.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

const texts = { type: 'array', items: { type: 'string' } } as const;

/** RFC 9457, with the slugs of what is wrong and the fields at fault. */
const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'reasons', 'fields'],
  properties: {
    type: { type: 'string', format: 'uri-reference', example: '/problems/malformed' },
    title: { type: 'string', example: 'Bad Request' },
    status: { type: 'integer', example: 400 },
    detail: { type: 'string', example: 'The request is not well-formed.' },
    reasons: { ...texts, description: 'Slugs of what is wrong.', example: ['malformed'] },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'reason'],
        properties: {
          path: { type: 'string', example: 'person.nik' },
          reason: { type: 'string', example: 'missing' },
        },
      },
    },
  },
} satisfies NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const MEANINGS = {
  400: 'The request is not well-formed.',
  401: 'No token, or one that is not valid.',
  403: 'The token does not reach this.',
  404: 'There is nothing with this id that the token may see.',
  409: 'The id was used before with other content.',
  413: 'The body is larger than allowed.',
  414: 'A part of the path is too long.',
  415: 'The content type is not supported here.',
  422: 'Understood, and refused by a rule.',
  429: 'Too many requests; see `Retry-After`.',
  431: 'The address and the headers are together too long.',
  503: 'Try again later; see `Retry-After`.',
} as const;
type Status = keyof typeof MEANINGS;

const statusesOf = (path: string, { security, requestBody, parameters = [] }: Operation): Status[] => {
  const isRuled = requestBody !== undefined || parameters.some((one) => 'in' in one && one.in === 'query');
  return [
    400,
    ...(security ? ([401, 403] as const) : []),
    ...(path.includes('{') ? ([404, 414] as const) : []),
    ...(requestBody ? ([409, 413, 415] as const) : []),
    ...(isRuled ? ([422] as const) : []),
    429,
    431,
    503,
  ];
};

const problemResponse = (status: Status) => ({
  description: MEANINGS[status],
  content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** What an operation says of a problem by itself, with its shape. */
const said = ([status, response]: readonly [string, object | undefined]) => {
  const isProblem = Object.hasOwn(MEANINGS, status);
  return [status, isProblem ? { ...problemResponse(Number(status) as Status), ...response } : response];
};

const withProblems = (path: string, operation: Operation): void => {
  const problems = statusesOf(path, operation).map((status) => [status, problemResponse(status)]);
  const own = Object.entries(operation.responses ?? {}).map(said);
  operation.responses = { ...Object.fromEntries(problems), ...Object.fromEntries(own) };
};

/** Says of every operation which problems it may answer with. */
export const documentProblems = (api: OpenAPIObject): OpenAPIObject => {
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of METHODS) if (item[method]) withProblems(path, item[method]);
  }
  const schemas = { ...api.components?.schemas, Problem: PROBLEM_SCHEMA };
  return { ...api, components: { ...api.components, schemas } };
};
