import { STATUS_CODES } from 'node:http';
import { REASONS, type Reason } from '#libs/kernel';
import { shownPath } from './shown-path.js';

/**
 * What is wrong with one field: `path` is dotted, with list positions as numbers (`lines.3.amount`), and `…` for a name that
 * does not look like a field's.
 */
export interface ProblemField {
  readonly path: string;
  readonly reason: Reason;
}

/** The body of every refusal over HTTP, as RFC 9457 shapes it. */
export interface ProblemBody {
  /** A stable reference that names the kind of problem: `/problems/malformed`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly reasons: readonly Reason[];
  readonly fields: readonly ProblemField[];
}

/** Further members, as RFC 9457 allows them: what there is to say beside the refusal. */
export type ProblemExtensions = Readonly<Record<string, unknown>>;

interface Particulars {
  readonly extensions?: ProblemExtensions;
  readonly fields?: readonly ProblemField[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly detail?: string;
}

const retryAfter = (seconds: number) => ({
  headers: { 'retry-after': String(Math.max(1, Math.ceil(seconds))) },
});

/** What to do, by kind of problem. What waits or is ours says it in its reason. */
const ADVICE: Readonly<Record<string, string>> = {
  malformed: 'Correct it and send it again.',
  unauthorized: 'Send a valid token as "Authorization: Bearer …".',
  unsigned: 'Sign it with the secret that was agreed.',
  forbidden: 'Ask for a token that may do this.',
  'not-found': 'Check the address, and what the token may see.',
  method: 'Use a method that /openapi.json names for this path.',
  conflict: 'Send other content under an id of its own.',
  untimely: 'Look at what it is now, and ask again when that fits.',
  'too-large': 'Send less at a time.',
  'media-type': 'Send a content type that /openapi.json names for this operation.',
  refused: 'Correct what is named and send it again, under a new id if it has an id of its own.',
};

/** A refusal that is answered as `application/problem+json`. Thrown anywhere below a controller, shown by one filter. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ProblemBody;

  private constructor(
    readonly status: number,
    kind: string,
    readonly reasons: readonly Reason[],
    { fields = [], headers = {}, detail, extensions = {} }: Particulars = {},
  ) {
    const sentences = [...reasons.map((reason) => REASONS[reason]), ADVICE[kind] ?? ''];
    const text = detail ?? sentences.join(' ').trimEnd();
    super(text);
    this.headers = headers;
    const title = STATUS_CODES[status] ?? 'Error';
    const shown = fields.map(({ path, reason }) => ({ path: shownPath(path), reason }));
    const type = `/problems/${kind}`;
    this.body = { ...extensions, type, title, status, detail: text, reasons, fields: shown };
  }

  /** 400: the request cannot be understood. */
  static malformed(fields: readonly ProblemField[] = [], reason: Reason = 'malformed'): Problem {
    return new Problem(400, 'malformed', [reason], { fields });
  }

  /** 401: no token, or a bad one. The text never says what is wrong with it. */
  static unauthorized(reason: 'token-missing' | 'token-invalid'): Problem {
    const challenge = reason === 'token-missing' ? '' : ', error="invalid_token"';
    const headers = { 'www-authenticate': `Bearer realm="cakupan"${challenge}` };
    return new Problem(401, 'unauthorized', [reason], { headers });
  }

  /** 401: the request does not prove that it comes from whom it says, where that is proven by a signature or a secret. */
  static unsigned(): Problem {
    const headers = { 'www-authenticate': 'Signature realm="cakupan"' };
    return new Problem(401, 'unsigned', ['signature-invalid'], { headers });
  }

  /** 403: the token is good and does not reach this. */
  static forbidden(reason: Reason): Problem {
    return new Problem(403, 'forbidden', [reason]);
  }

  /** 404: nothing here that the token may see. */
  static notFound(): Problem {
    return new Problem(404, 'not-found', ['not-found']);
  }

  /** 405: the path is there, the method is not; `Allow` names those that are. */
  static methodNotAllowed(allowed: readonly string[]): Problem {
    const headers = { allow: allowed.join(', ') };
    return new Problem(405, 'method', ['method-not-allowed'], { headers });
  }

  /** 409: an id was used before with other content. */
  static conflict(reason: Reason): Problem {
    return new Problem(409, 'conflict', [reason]);
  }

  /** 409: nothing is wrong with the request, only it does not fit what the thing is now. */
  static untimely(reason: Reason): Problem {
    return new Problem(409, 'untimely', [reason]);
  }

  /** 413: the body is larger than allowed. */
  static tooLarge(): Problem {
    return new Problem(413, 'too-large', ['too-large']);
  }

  /** 415: the content type is not taken here. */
  static mediaType(): Problem {
    return new Problem(415, 'media-type', ['media-type']);
  }

  /** 422: understood, and refused by a rule. Fields that are not given are those that the reasons name. */
  static refused(
    reasons: readonly [Reason, ...Reason[]],
    fields: readonly ProblemField[] = [],
    extensions: ProblemExtensions = {},
  ): Problem {
    return new Problem(422, 'refused', reasons, { fields, extensions });
  }

  /** 429, with `Retry-After` in whole seconds, at least one. */
  static tooMany(retryAfterSeconds: number): Problem {
    return new Problem(429, 'too-many-requests', ['too-many-requests'], retryAfter(retryAfterSeconds));
  }

  /** 503, with `Retry-After` in whole seconds, at least one: nothing is wrong with the request, only the time. */
  static unavailable(retryAfterSeconds: number, reason: Reason = 'unavailable'): Problem {
    return new Problem(503, 'unavailable', [reason], retryAfter(retryAfterSeconds));
  }

  /** Any other fault of the client's that a framework found, with its status (408, 414, 431 …). */
  static ofClient(status: number): Problem {
    return new Problem(status, 'malformed', ['malformed']);
  }

  /** 500: a bug. The correlation id is all that leaves the house; the log has the rest. */
  static internal(correlationId: string): Problem {
    const detail = `${REASONS.internal} Its correlation id is ${correlationId}.`;
    return new Problem(500, 'internal', ['internal'], { detail });
  }
}

/** The one media type of refusals. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';
