import { createHash, createHmac } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Bucket } from '../src/outbound/files/s3-files.js';

/** A request as it is signed. */
export interface Signed {
  readonly method: string;
  /** As it stands in the request; nothing in the paths of these tests is escaped. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

const sha256 = (of: string | Buffer): string => createHash('sha256').update(of).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8}\/[^/]+\/s3\/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** The signature of a request by Signature Version 4, worked out from the paper that describes it. */
export const signatureOf = (
  { method, path, headers }: Signed,
  { names, scope, secretAccessKey }: { names: readonly string[]; scope: string; secretAccessKey: string },
): string => {
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}`);
  const hash = String(headers['x-amz-content-sha256']);
  const request = [method, path, '', ...lines, '', names.join(';'), hash].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer | string>((made, part) => hmac(made, part), `AWS4${secretAccessKey}`);
  return hmac(key, toSign).toString('hex');
};

const ACCOUNT = { accessKeyId: 'KEY', secretAccessKey: 'the secret that the store of this test knows' };

/** An object store that speaks what files of evidence need of S3, and takes nothing that is not signed to the last byte. */
export class S3Store {
  /** By the path of bucket and key. */
  readonly objects = new Map<string, Buffer>();
  /** The last request to each. */
  readonly asked = new Map<string, Signed>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** The bucket `evidence`, which is there, or what is said instead. */
  bucket({ name = 'evidence', ...more }: Partial<Bucket> & { readonly name?: string } = {}): Bucket {
    const { port } = this.server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/${name}/claims`, region: 'ap-southeast-3', ...ACCOUNT, ...more };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const bytes = await buffer(request);
    this.asked.set(path, { method, path, headers });
    const [status, body] = this.answer({ method, path, headers }, bytes);
    response.writeHead(status, {
      'content-type': typeof body === 'string' ? 'application/xml' : 'binary/octet-stream',
    });
    response.end(typeof body === 'string' ? `<Error><Code>${body}</Code></Error>` : body);
  }

  private answer(
    signed: Signed,
    bytes: Buffer,
  ): readonly [status: number, body: string | Buffer | undefined] {
    const refusal = refusalOf(signed, bytes);
    if (refusal !== null) return refusal;
    const { method, path } = signed;
    if (!path.startsWith('/evidence/')) return [404, 'NoSuchBucket'];
    if (method === 'DELETE') return [204, void this.objects.delete(path)];
    if (method === 'PUT') return [200, void this.objects.set(path, bytes)];
    const known = this.objects.get(path);
    return known === undefined ? [404, 'NoSuchKey'] : [200, known];
  }
}

/** What S3 says of a request that it does not believe; null where it believes it. */
const refusalOf = (signed: Signed, bytes: Buffer): readonly [status: number, code: string] | null => {
  const { method, headers } = signed;
  const [, accessKeyId, scope = '', named = '', signature] =
    AUTHORIZATION.exec(headers.authorization ?? '') ?? [];
  if (accessKeyId === undefined) return [403, 'AccessDenied'];
  if (accessKeyId !== ACCOUNT.accessKeyId) return [403, 'InvalidAccessKeyId'];
  const names = named.split(';');
  const hasAll = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name));
  const { secretAccessKey } = ACCOUNT;
  if (!hasAll || signatureOf(signed, { names, scope, secretAccessKey }) !== signature)
    return [403, 'SignatureDoesNotMatch'];
  if (method === 'PUT' && headers['content-length'] === undefined) return [411, 'MissingContentLength'];
  return headers['x-amz-content-sha256'] === sha256(bytes) ? null : [400, 'XAmzContentSHA256Mismatch'];
};
