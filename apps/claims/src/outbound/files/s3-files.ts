import { DependencyUnavailable } from '#libs/persistence';
import { AwsV4Signer } from 'aws4fetch';
import { Files, type KeptFile } from '../../use-cases/files.js';
import { NamelessFile } from './nameless-file.js';

/** A bucket of an object store that speaks S3, and who may use it. */
export interface Bucket {
  /** The bucket's address, with the beginning of the keys if there is one: `https://s3.example.id/evidence/claims`. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

type Init = NonNullable<Parameters<typeof fetch>[1]>;
type Method = 'GET' | 'PUT' | 'DELETE';

/** The SHA-256 of no bytes: what requests without a body are signed with. */
const NOTHING_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const NOT_FOUND = 404;
/** A store whose bucket is missing answers 404 too: that is no absence of a file. */
const NO_SUCH_KEY = '<Code>NoSuchKey</Code>';

/** Files in a bucket. A request that is not answered in time, or not as hoped, is not repeated here: whoever asked asks again. */
export class S3Files extends Files {
  constructor(
    private readonly bucket: Bucket,
    private readonly timeoutMs: number,
  ) {
    super();
  }

  /** The store has to know beforehand how many bytes come, and their hash: they wait on the disk until the last is there. */
  override async keep(fileId: string, bytes: AsyncIterable<Uint8Array>): Promise<KeptFile> {
    const file = await NamelessFile.of(bytes);
    try {
      const { sha256, size } = file.kept;
      const sent = {
        body: file.content(),
        duplex: 'half',
        headers: { 'content-length': `${size}` },
      } as const;
      await this.done(await this.send('PUT', fileId, sent, sha256), 'PUT');
      return file.kept;
    } finally {
      await file.close();
    }
  }

  override async open(fileId: string): Promise<AsyncIterable<Uint8Array> | null> {
    const response = await this.send('GET', fileId);
    if (response.ok) return response.body ?? new Blob().stream();
    const isAbsent = response.status === NOT_FOUND && (await response.text()).includes(NO_SUCH_KEY);
    if (isAbsent) return null;
    throw refusal('GET', response);
  }

  override async remove(fileId: string): Promise<void> {
    await this.done(await this.send('DELETE', fileId), 'DELETE');
  }

  private async done(response: Response, method: Method): Promise<void> {
    await response.body?.cancel();
    if (!response.ok) throw refusal(method, response);
  }

  private async send(
    method: Method,
    fileId: string,
    init: Init = {},
    sha256 = NOTHING_SHA256,
  ): Promise<Response> {
    const { url, region, accessKeyId, secretAccessKey } = this.bucket;
    const stated = { ...(init.headers as Record<string, string>), 'x-amz-content-sha256': sha256 };
    const where = { method, url: `${url}/${fileId}`, headers: stated, service: 's3', region };
    const signed = await new AwsV4Signer({ ...where, accessKeyId, secretAccessKey }).sign();
    const signal = AbortSignal.timeout(this.timeoutMs);
    const { headers } = signed;
    return fetch(signed.url, { ...init, method, headers, signal, redirect: 'manual' }).catch(
      (cause: unknown) => {
        throw new DependencyUnavailable(`the store of evidence did not answer to ${method}`, { cause });
      },
    );
  }
}

/** What the store says of itself may name keys: only its status is told. */
const refusal = (method: Method, { status }: Response): Error =>
  status >= 500
    ? new DependencyUnavailable(`the store of evidence answered ${status} to ${method}`)
    : new Error(`the store of evidence answered ${status} to ${method}: look at CLAIMS_S3_…`);
