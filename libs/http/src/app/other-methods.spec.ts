import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Param, Post, Put } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { closeIssuers } from '#libs/testing';
import { Allow } from '../index.js';
import { openApp } from '../../test/open-app.js';

@Controller('v1/notes')
@Allow('officer')
class NotesController {
  @Get()
  list() {
    return [];
  }

  @Post()
  write() {
    return {};
  }

  @Get(':id')
  read(@Param('id') id: string) {
    return { id };
  }

  @Put('a.b')
  replace() {
    return {};
  }
}

describe('a method that a path does not have', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    ({ app } = await openApp([NotesController]));
  });
  afterAll(async () => {
    await app.close();
    await closeIssuers();
  });

  const ask = async (method: string, url: string) => {
    const { statusCode, headers, body } = await app.inject({ method: method as 'GET', url });
    const { reasons } = JSON.parse(body) as { reasons: unknown };
    return { status: statusCode, allow: String(headers['allow']).split(', ').sort(), reasons };
  };
  const refused = (...allow: string[]) => ({ status: 405, allow, reasons: ['method-not-allowed'] });

  it.each(['DELETE', 'TRACE', 'QUERY', 'OPTIONS', 'PATCH'])(
    'is refused with those it has: %s',
    async (method) => expect(await ask(method, '/v1/notes?limit=1')).toEqual(refused('GET', 'HEAD', 'POST')),
  );

  it('is none of a path of which another name is', async () =>
    expect(await ask('DELETE', '/v1/notes/7')).toEqual(refused('GET', 'HEAD')));

  it('is none of all paths that fit', async () => {
    expect(await ask('DELETE', '/v1/notes/a.b')).toEqual(refused('GET', 'HEAD', 'PUT'));
    expect(await ask('PUT', '/v1/notes/aXb')).toEqual(refused('GET', 'HEAD'));
  });

  it('says nothing about a path that is not there', async () => {
    const { statusCode, headers } = await app.inject({ method: 'DELETE', url: '/v1/notes/7/8' });
    expect([statusCode, headers['allow']]).toEqual([404, undefined]);
  });

  it('does not go before the token of those it has', async () =>
    expect((await ask('GET', '/v1/notes')).status).toBe(401));
});
