export * from './access/access.guard.js';
export * from './access/access.module.js';
export * from './access/actor.js';
export * from './access/authentication.js';
export { AUDIENCE, TokenVerifier } from './access/token-verifier.js';
export { LOCAL_ISSUER, LOCAL_KEYS_FILE, type AccessOptions } from './access/keys.js';
export { Allow, Public, type Rule } from './access/rules.js';
export * from './access/routes-without-rule.js';
export * from './answers/csv.js';
export * from './answers/etag.js';
export * from './answers/paging.js';
export { createHttpApp, listen, type HttpOptions } from './app/create-http-app.js';
export { Example } from './app/example.js';
export { openApiOf, type ApiDescription } from './app/openapi.js';
export { OpenBody } from './app/openapi-bodies.js';
export type { RequestLimits } from './app/rate-limit.js';
export * from './batcher.js';
export { rowsOf, type Cells } from './files/file-rows.js';
export * from './parked/parked-operations.js';
export * from './parked/parked.answers.js';
export { ParkedController } from './parked/parked.controller.js';
export { ParkedQuery } from './parked/parked.requests.js';
export { fieldsNamedBy } from './problems/named-fields.js';
export { isOutage } from './problems/problem-of.js';
export * from './problems/problem.js';
export { ProblemFilter } from './problems/problem.filter.js';
export * from './problems/refusal-of.js';
export * from './requests/cause.js';
export { CurrentSender, type Sender } from './requests/current-sender.js';
export { FILE_TYPES, FileBody, type FileInBody, type FileType } from './requests/file-body.js';
export { LargeBody, type BodySize } from './requests/large-body.js';
export { parseJson, type WithRawBody } from './requests/parse-json.js';
export * from './requests/stated-at.js';
export * from './requests/stream-body.js';
export * from './validation/conversions.js';
export {
  anyBody,
  body,
  contentOf,
  fitting,
  part,
  query,
  uuid,
  type PartOfPath,
  type PathPipe,
} from './validation/pipes.js';
export { strictCheckOf } from './validation/strict-schema.js';
export * from './validation/validated.js';
export type { FastifyReply, FastifyRequest } from 'fastify';
