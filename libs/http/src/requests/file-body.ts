import type { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** How a file of each type begins. */
const BEGINNINGS = {
  'application/pdf': Buffer.from('%PDF-'),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
} as const;

/** The media types of files that are taken as they are. */
export type FileType = keyof typeof BEGINNINGS;
export const FILE_TYPES = Object.keys(BEGINNINGS) as readonly FileType[];

/** A file in a body, never held whole: its type, and its bytes as they come. */
export interface FileInBody {
  readonly type: FileType;
  /** Throws a 413 where there are too many, a 415 where they do not begin as the type says. */
  readonly bytes: AsyncIterable<Buffer>;
}

async function* checked(bytes: Readable, type: FileType, bytesMax: number): AsyncGenerator<Buffer> {
  const beginning = BEGINNINGS[type];
  let size = 0;
  let head: Buffer | null = Buffer.alloc(0);
  // a request that is not read to its end must live on until it is answered
  for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bytesMax) throw Problem.tooLarge();
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < beginning.length) continue;
    if (!head.subarray(0, beginning.length).equals(beginning)) throw Problem.mediaType();
    yield head;
    head = null;
  }
  if (head !== null) throw Problem.mediaType();
}

/** The file of a request. Throws a 415 for another kind of body. */
export const fileBodyOf = (
  { headers, body }: Pick<FastifyRequest, 'headers' | 'body'>,
  bytesMax: number,
): FileInBody => {
  const stated = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const type = FILE_TYPES.find((known) => known === stated);
  if (!type) throw Problem.mediaType();
  return { type, bytes: checked(body as Readable, type, bytesMax) };
};

/** `@FileBody(BYTES_MAX) file: FileInBody` in a controller. */
export const FileBody = createParamDecorator((bytesMax: number, host: ExecutionContext) =>
  fileBodyOf(host.switchToHttp().getRequest<FastifyRequest>(), bytesMax),
);
