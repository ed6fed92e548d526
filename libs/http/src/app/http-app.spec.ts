import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, ValidateBy, ValidateNested } from 'class-validator';
import { closeIssuers, type TokenIssuer } from '#libs/testing';
import {
  anyBody,
  AsInteger,
  body,
  CurrentCause,
  LargeBody,
  listen,
  PageQuery,
  Public,
  query,
  StatedAt,
  StreamBody,
  unlessHeld,
  uuid,
  type FastifyReply,
  type FastifyRequest,
  type RequestCause,
  type Streamed,
  type WithRawBody,
} from '../index.js';
import { bearer, openApp } from '../../test/open-app.js';

class Note {
  @IsString()
  @MaxLength(2_000_000)
  text!: string;
}

class Search {
  @IsOptional()
  @IsInt()
  @AsInteger()
  limit?: number;
}

/** As decorators of a project's own say it: their first constraint is the schema. */
const IsSmall = () =>
  ValidateBy({
    name: 'small',
    constraints: [{ type: 'integer', maximum: 9 }],
    validator: { validate: () => true },
  });

class Album extends PageQuery {
  @ValidateNested()
  @Type(() => Note)
  cover!: Note;

  @ValidateNested({ each: true })
  @Type(() => Note)
  notes!: Note[];

  @IsIn(['a', 'b'])
  kind = 'a';

  @IsSmall()
  small!: number;
}

class DependencyUnavailable extends Error {
  override readonly name = 'DependencyUnavailable';
}

const begun = new EventEmitter();

@Controller('v1')
@Public()
class NotesController {
  @Post('notes')
  @HttpCode(201)
  write(@Body(body(Note)) note: Note) {
    return { characters: note.text.length };
  }

  @Post('albums')
  bind(@Body(body(Album)) album: Album) {
    return album;
  }

  @Post('raw')
  raw(@Req() request: FastifyRequest & WithRawBody) {
    return { raw: request.rawBody?.toString() ?? null, body: request.body ?? null };
  }

  @Put('maps')
  @LargeBody({ bytesMax: 50_000, partsMax: { values: 25_000, items: 25_000, members: 1 } })
  draw(@Body(anyBody) map: unknown) {
    return { isList: Array.isArray(map), parts: Object.keys(map ?? {}).length };
  }

  @Post('rows')
  async rows(@StreamBody() { type, bytes }: Streamed) {
    return { type, characters: (await text(bytes)).length };
  }

  @Get('notes')
  search(@Query(query(Search)) search: Search) {
    return search;
  }

  @Get('notes/:id')
  read(@Param('id', uuid) id: string) {
    return { id };
  }

  @Get('codes/:code')
  code(@Param('code') code: string) {
    return { code };
  }

  @Get('figures')
  figures(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return unlessHeld(request, reply, { persons: 1 }, { persons: 1, lagMs: performance.now() });
  }

  @Get('cause')
  cause(
    @CurrentCause() cause: RequestCause,
    @CurrentCause() again: RequestCause,
    @StatedAt() statedAt: string | null,
  ) {
    return { cause, same: cause === again, statedAt };
  }

  @Get('bug')
  bug() {
    throw new Error('the password is hunter2');
  }

  @Get('outage')
  outage() {
    throw new DependencyUnavailable('10.0.0.3 is away');
  }

  @Get('slow')
  async slow() {
    begun.emit('slow');
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { done: true };
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

/** What of an answer makes it a problem of this API. */
const shown = (answer: Answer) => ({
  status: answer.statusCode,
  type: answer.headers['content-type'],
  reasons: answer.json().reasons,
  members: Object.keys(answer.json()).sort().join(' '),
});
const problem = (status: number, reason: string) => ({
  status,
  type: 'application/problem+json',
  reasons: [reason],
  members: 'detail fields reasons status title type',
});

afterAll(closeIssuers);

describe('an HTTP application', () => {
  let app: NestFastifyApplication;
  let issuer: TokenIssuer;
  beforeAll(async () => {
    ({ app, issuer } = await openApp([NotesController], { title: 'Notes', bodyMaxBytes: 10_000 }));
  });
  afterAll(() => app.close());

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers });
  const post = (url: string, payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
    app.inject({ method: 'POST', url, payload, headers });

  describe('bodies', () => {
    it('are taken as JSON', async () => {
      const answer = await post('/v1/notes', '{"text":"😀"}', {
        'content-type': 'application/json; charset=utf-8',
      });
      expect(answer.statusCode).toBe(201);
    });
    it('may be as large as allowed, not one byte larger', async () => {
      const around = '{"text":""}'.length;
      expect((await post('/v1/notes', `{"text":"${'x'.repeat(10_000 - around)}"}`)).statusCode).toBe(201);
      expect(shown(await post('/v1/notes', `{"text":"${'x'.repeat(10_001 - around)}"}`))).toEqual(
        problem(413, 'too-large'),
      );
    });
    it.each([
      ['{"text":', 'unreadable'],
      ['{"text":"a\\u0000b"}', 'malformed'],
      ['{"text":"\\ud800"}', 'malformed'],
      ['{"__proto__":{"text":"x"}}', 'forbidden-field'],
      ['{"text":"x","constructor":{"prototype":{}}}', 'forbidden-field'],
      [`{"text":${'['.repeat(64)}${']'.repeat(64)}}`, 'too-deep'],
      ['[]', 'malformed'],
      ['"text"', 'malformed'],
      ['null', 'malformed'],
      ['', 'malformed'],
    ])('%s are refused as %s', async (payload, reason) =>
      expect(shown(await post('/v1/notes', payload))).toEqual(problem(400, reason)),
    );
    it('that are no UTF-8 are refused', async () =>
      expect(shown(await post('/v1/notes', Buffer.from([0x22, 0xff, 0x22])))).toEqual(
        problem(400, 'unreadable'),
      ));
    it('with unknown fields are refused, by name', async () => {
      const answer = await post('/v1/notes', '{"text":"x","more":1}');
      expect(shown(answer)).toEqual(problem(400, 'malformed'));
      expect(answer.json().fields).toEqual([{ path: 'more', reason: 'unknown-field' }]);
    });
    it.each([
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/csv',
      'application/json5',
      'x',
    ])('of type %s get 415', async (type) =>
      expect(shown(await post('/v1/notes', 'text=x', { 'content-type': type }))).toEqual(
        problem(415, 'media-type'),
      ),
    );
    it('may be absent where none is needed', async () => {
      expect((await post('/v1/raw', '')).json()).toEqual({ raw: '', body: null });
      expect((await app.inject({ method: 'POST', url: '/v1/raw' })).json()).toEqual({
        raw: null,
        body: null,
      });
    });
    it('keep their bytes', async () =>
      expect((await post('/v1/raw', '{ "a" : 1 }')).json()).toEqual({ raw: '{ "a" : 1 }', body: { a: 1 } }));
    it('of rows are streamed, beyond the limit of JSON', async () => {
      const answer = await post('/v1/rows', 'x'.repeat(50_000), {
        'content-type': 'text/csv; charset=utf-8',
      });
      expect(answer.json()).toEqual({ type: 'text/csv', characters: 50_000 });
      expect(shown(await post('/v1/rows', '{}'))).toEqual(problem(415, 'media-type'));
    });
  });

  describe('large bodies', () => {
    const put = async (payload: string, headers: Record<string, string> = {}) =>
      app.inject({ method: 'PUT', url: '/v1/maps', payload, headers: { ...JSON_TYPE, ...headers } });
    let known: Record<string, string>;
    beforeAll(async () => {
      known = bearer(await issuer.sign());
    });

    it('are taken where a route says so, to the byte', async () => {
      const list = (bytes: number) => `["${'x'.repeat(bytes - '[""]'.length)}"]`;
      expect((await put(list(50_000), known)).json()).toEqual({ isList: true, parts: 1 });
      expect(shown(await put(list(50_001), known))).toEqual(problem(413, 'too-large'));
    });
    it('have as many parts as the route says', async () => {
      const list = (parts: number) => JSON.stringify(Array(parts).fill(0));
      expect((await put(list(24_999), known)).json()).toEqual({ isList: true, parts: 24_999 });
      expect(shown(await put('{"a":1,"b":2}', known))).toEqual(problem(413, 'too-large'));
    });
    it('are read of those alone who prove who they are', async () => {
      expect(shown(await put('{', known))).toEqual(problem(400, 'unreadable'));
      expect(shown(await put('{'))).toEqual(problem(401, 'token-missing'));
      expect(shown(await put('{', { authorization: 'Bearer x' }))).toEqual(problem(401, 'token-invalid'));
    });
    it('are JSON', async () =>
      expect(shown(await put('a,b', { ...known, 'content-type': 'text/csv' }))).toEqual(
        problem(415, 'media-type'),
      ));
    it('have their size in the document', async () => {
      const { paths } = (await get('/openapi.json')).json();
      expect(paths['/v1/maps'].put['x-body-bytes-max']).toBe(50_000);
    });
  });

  describe('addresses', () => {
    it.each([
      '/v1/codes/a%00b',
      '/v1/notes?limit=%00',
      '/v1/notes?%00=1',
      '/nowhere/%00',
      '/v1/codes/%ff',
      '/v1/notes?limit=%zz',
      '/v1/notes?x=%c3%28',
      '/v1/codes/%',
      '/%E0%A4%A',
      '/v1/notes?limit=%ed%a0%80',
    ])('%s is refused as malformed', async (url) =>
      expect(shown(await get(url))).toEqual(problem(400, 'malformed')),
    );
    it('take any other text', async () => {
      expect((await get(`/v1/codes/${encodeURIComponent("中文 😀 ' or 1=1 --")}`)).json()).toEqual({
        code: "中文 😀 ' or 1=1 --",
      });
      expect((await get('/v1/codes/a%2500b')).json()).toEqual({ code: 'a%00b' });
    });
    it('nowhere are 404, without an echo', async () => {
      const answer = await get('/v1/nowhere/3372051708900001?nik=3372051708900001');
      expect(shown(answer)).toEqual(problem(404, 'not-found'));
      expect(answer.body).not.toContain('33720');
    });
    it('with an overlong parameter are refused', async () => {
      expect((await get(`/v1/codes/${'x'.repeat(500)}`)).statusCode).toBe(200);
      expect(shown(await get(`/v1/codes/${'x'.repeat(501)}`))).toEqual(problem(414, 'malformed'));
    });
    it('with an id that is none are refused', async () =>
      expect(shown(await get('/v1/notes/7'))).toEqual(problem(400, 'malformed')));
    it.each([
      'limit=x',
      'limit=1&limit=2',
      'limit[]=1',
      'unknown=1',
      '__proto__=1',
      'constructor=1',
      '=1',
      'limit=',
    ])('with the query %s are refused', async (given) =>
      expect(shown(await get(`/v1/notes?${given}`))).toEqual(problem(400, 'malformed')),
    );
    it('with a good query are answered', async () =>
      expect((await get('/v1/notes?limit=5')).json()).toEqual({ limit: 5 }));
  });

  describe('faults', () => {
    it('of ours show nothing but where to look', async () => {
      const correlationId = '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01';
      const answer = await get('/v1/bug', { 'x-correlation-id': correlationId });
      expect(shown(answer)).toEqual(problem(500, 'internal'));
      expect(answer.body).toContain(correlationId);
      expect(answer.body).not.toContain('hunter2');
    });
    it('of a dependency are 503 with Retry-After', async () => {
      const answer = await get('/v1/outage');
      expect(shown(answer)).toEqual(problem(503, 'unavailable'));
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.body).not.toContain('10.0.0.3');
    });
  });

  describe('answers', () => {
    it('carry the correlation id, the client’s if it is a UUID', async () => {
      const stated = '0193D0A4-6f3e-7c11-9a51-3f2f9f0b7a01';
      expect((await get('/v1/notes', { 'x-correlation-id': stated })).headers['x-correlation-id']).toBe(
        stated.toLowerCase(),
      );
      const made = (await get('/v1/notes', { 'x-correlation-id': '3372051708900001' })).headers[
        'x-correlation-id'
      ];
      expect(made).toMatch(UUID);
    });
    it('carry security headers, refusals too', async () => {
      for (const url of ['/v1/notes', '/v1/nowhere', '/v1/bug']) {
        const { headers } = await get(url);
        expect(headers['content-security-policy']).toContain("default-src 'none'");
        expect(headers['content-security-policy']).toContain("script-src 'self';");
        expect(headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['x-powered-by']).toBeUndefined();
      }
    });
    it('are 304 for who holds them', async () => {
      const first = await get('/v1/figures');
      expect(first.json()).toMatchObject({ persons: 1 });
      const again = await get('/v1/figures', { 'if-none-match': String(first.headers.etag) });
      expect(again.statusCode).toBe(304);
      expect(again.body).toBe('');
      expect(again.headers.etag).toBe(first.headers.etag);
      expect((await get('/v1/figures', { 'if-none-match': '"other"' })).statusCode).toBe(200);
    });
  });

  describe('causes', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    it('are taken from the request', async () => {
      const { cause, same } = (
        await get('/v1/cause', { traceparent, 'x-correlation-id': '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01' })
      ).json();
      expect(cause).toEqual({
        eventId: expect.stringMatching(UUID),
        correlationId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
        traceparent,
      });
      expect(same).toBe(true);
    });
    it('are one for each request, also of the same correlation', async () => {
      const headers = { 'x-correlation-id': '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01' };
      const [first, second] = await Promise.all([get('/v1/cause', headers), get('/v1/cause', headers)]);
      expect(first.json().cause.eventId).not.toBe(second.json().cause.eventId);
    });
    it.each(['', 'x', '00-00000000000000000000000000000000-b7ad6b7169203331-01', `${traceparent}x`])(
      'begin a trace of their own instead of %j',
      async (stated) => {
        const { cause } = (await get('/v1/cause', { traceparent: stated })).json();
        expect(cause.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
        expect(cause.traceparent).toContain(cause.correlationId.replaceAll('-', ''));
      },
    );
    it('state the time of the story, or none', async () => {
      const statedAt = '2024-12-17T09:30:00+07:00';
      expect((await get('/v1/cause', { 'cakupan-story-time': statedAt })).json()).toMatchObject({ statedAt });
      expect((await get('/v1/cause')).json()).toMatchObject({ statedAt: null });
    });
    it.each(['yesterday', '2024-12-17', '2024-12-17T09:30:00', '2024-13-17T09:30:00Z', ''])(
      'refuse the time %j',
      async (stated) =>
        expect(shown(await get('/v1/cause', { 'cakupan-story-time': stated }))).toEqual(
          problem(400, 'malformed'),
        ),
    );
  });

  describe('documents', () => {
    it('show what the decorators of the classes say', async () => {
      const answer = await get('/openapi.json');
      expect(answer.statusCode).toBe(200);
      const api = answer.json();
      expect(api.components.schemas.Note).toEqual({
        type: 'object',
        properties: { text: { type: 'string', maxLength: 2_000_000 } },
        required: ['text'],
        additionalProperties: false,
      });
      expect(api.paths['/v1/notes'].get.parameters).toEqual([
        { name: 'limit', in: 'query', required: false, schema: { type: 'integer' } },
      ]);
      expect(api.components.securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
    });
    it('show nested classes, lists, defaults and schemas of our own', async () => {
      const { components } = (await get('/openapi.json')).json();
      const note = { $ref: '#/components/schemas/Note' };
      expect(components.schemas.Album).toEqual({
        type: 'object',
        properties: {
          cover: note,
          notes: { type: 'array', items: note },
          kind: { type: 'string', enum: ['a', 'b'], default: 'a' },
          small: { type: 'integer', maximum: 9 },
          limit: { type: 'integer', minimum: 1, maximum: 1000, default: 100, nullable: true },
          after: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,500}$', nullable: true },
        },
        required: ['cover', 'notes', 'small'],
        additionalProperties: false,
      });
    });
    it('say which problems an operation answers with', async () => {
      const { paths, components } = (await get('/openapi.json')).json();
      expect(Object.keys(paths['/v1/notes'].post.responses)).toEqual([
        '201',
        '400',
        '409',
        '413',
        '415',
        '422',
        '429',
        '431',
        '503',
      ]);
      expect(Object.keys(paths['/v1/notes/{id}'].get.responses).join(' ')).toBe(
        '200 400 404 414 429 431 503',
      );
      expect(Object.keys(paths['/v1/notes'].get.responses).join(' ')).toBe('200 400 422 429 431 503');
      expect(paths['/v1/notes'].post.responses['422'].content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
      expect(components.schemas.Problem.required).toContain('reasons');
    });
    it('have a page that loads nothing from elsewhere', async () => {
      const page = await get('/docs');
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toMatch(/(src|href)="https?:/);
      expect(page.body).not.toMatch(/<script(?![^>]*src=)[^>]*>[^<]+/);
      for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'swagger-ui-init.js']) {
        expect((await get(`/docs/${file}`)).statusCode).toBe(200);
      }
    });
  });
});

describe('limits', () => {
  it('are counted for each bearer and each address apart', async () => {
    const limits = { perActor: 3, perAddress: 2 };
    const { app, issuer } = await openApp([NotesController], { title: 'Notes', limits });
    const statuses = async (times: number, headers: Record<string, string> = {}) => {
      const answers = [];
      for (let time = 0; time < times; time += 1)
        answers.push(await app.inject({ method: 'GET', url: '/v1/notes', headers }));
      return answers.map(({ statusCode }) => statusCode);
    };
    expect(await statuses(4, bearer(await issuer.sign({ sub: 'a' })))).toEqual([200, 200, 200, 429]);
    expect(await statuses(1, bearer(await issuer.sign({ sub: 'a', roles: [] })))).toEqual([429]);
    expect(await statuses(1, bearer(await issuer.sign({ sub: 'b' })))).toEqual([200]);
    expect(await statuses(1, bearer('rubbish'))).toEqual([200]);
    expect(await statuses(2)).toEqual([200, 429]);
    const refused = await app.inject({ method: 'GET', url: '/v1/notes' });
    expect(refused.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await app.close();
  });
});

describe('over the wire', () => {
  let app: NestFastifyApplication;
  let address: URL;
  beforeAll(async () => {
    ({ app } = await openApp([NotesController]));
    address = new URL(await listen(app, { port: 0 }));
  });
  afterAll(() => app.close());

  const talk = (said: string | Buffer) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(address.port), address.hostname, () => socket.write(said));
      let heard = '';
      socket
        .on('data', (chunk) => (heard += chunk))
        .on('close', () => resolve(heard))
        .on('error', reject);
    });

  it('listens on this machine only', () => expect(address.hostname).toBe('127.0.0.1'));
  it('answers headers that are too large with 431', async () => {
    const heard = await talk(`GET /v1/notes HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
    expect(heard).toContain('content-type: application/problem+json');
    expect(JSON.parse(heard.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      status: 431,
      reasons: ['malformed'],
    });
  });
  it.each([
    'rubbish\r\n\r\n',
    'GET /v1/a\0b HTTP/1.1\r\nhost: x\r\n\r\n',
    'GET / HTTP/1.1\r\nhost: x\r\nx\0: y\r\n\r\n',
  ])('answers %j with 400', async (said) => expect(await talk(said)).toMatch(/^HTTP\/1\.1 400 /));
  it('answers what is under way before it closes, and tells who comes then to come again', async () => {
    const isUnderWay = once(begun, 'slow');
    const slow = fetch(new URL('/v1/slow', address));
    await isUnderWay;
    const closing = app.close();
    await new Promise(setImmediate);
    const late = await fetch(new URL('/v1/notes', address));
    expect(late.status).toBe(503);
    expect(late.headers.get('retry-after')).toBe('1');
    expect(await late.json()).toMatchObject({ status: 503, reasons: ['unavailable'] });
    const answer = await slow;
    expect(await answer.json()).toEqual({ done: true });
    await closing;
    await expect(fetch(new URL('/v1/notes', address))).rejects.toThrow('fetch failed');
  });
});
