import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, IsString, ValidateBy, ValidateNested } from 'class-validator';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { closeIssuers } from '#libs/testing';
import { AsList, body, Example, fitting, OpenBody, part, Public, query, uuid } from '../index.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { placeExamples } from './example.js';
import { openApp } from '../../test/open-app.js';

class Page {
  @IsString() text!: string;
}

/** As lists of objects of a project's own are checked: their constraint carries the bounds. */
const FewOf = () =>
  ValidateBy({
    name: 'few',
    constraints: [{ list: { min: 1, max: 3 } }],
    validator: { validate: () => true },
  });
const IsCode = () =>
  ValidateBy({
    name: 'code',
    constraints: [{ type: 'string', pattern: '^a$' }],
    validator: { validate: () => true },
  });

class Book {
  @ValidateNested({ each: true }) @Type(() => Page) @FewOf() pages!: Page[];
  @IsOptional() @ValidateNested() @Type(() => Page) cover?: Page | null;
}

class Stamp {
  @ApiProperty() place!: string;
}

/** Laid down by somebody else. */
class Letter {
  @ApiProperty({ type: Stamp }) stamp!: Stamp;
}

class Wanted {
  @ApiPropertyOptional({ description: 'Of the shelf.' }) @IsOptional() @IsCode() code?: string;
  @IsOptional() @AsList() @IsString({ each: true }) shelves?: string[];
}

@Controller('v1/books')
@Public({ optionalToken: true })
class BooksController {
  @Post(':id')
  write(@Param('id', uuid) id: string, @Body(body(Book)) _book: Book) {
    return { id };
  }

  @Post(':id/letters')
  @OpenBody()
  @ApiBody({ type: Letter })
  receive(@Param('id', uuid) id: string, @Body() letter: unknown) {
    return { id, letter };
  }

  @Get(':shelf/:place')
  read(@Param('shelf', part(fitting(/^[a-z]$/))) shelf: string, @Param('place') place: string) {
    return { shelf, place };
  }

  @Get()
  @Example({ code: 'a', shelves: 'x,y' })
  list(@Query(query(Wanted)) wanted: Wanted) {
    return wanted;
  }
}

interface Described {
  readonly parameters: readonly { readonly name: string; readonly schema: object }[];
  readonly security: readonly object[];
}
interface Api {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

describe('the document of requests', () => {
  let app: NestFastifyApplication;
  let api: Api;
  beforeAll(async () => {
    ({ app } = await openApp([BooksController]));
    api = (await app.inject({ method: 'GET', url: '/openapi.json' })).json();
  });
  afterAll(async () => {
    await app.close();
    await closeIssuers();
  });

  const schemasOf = (path: string, method: string) =>
    api.paths[path]![method]!.parameters.map(({ name, schema }) => [name, schema]);

  it('says what a part of a path may be, as its pipe does', () => {
    expect(schemasOf('/v1/books/{id}', 'post')).toEqual([
      ['id', { type: 'string', format: 'uuid', pattern: expect.stringContaining('[0-9A-Fa-f]{12}') }],
    ]);
    expect(schemasOf('/v1/books/{shelf}/{place}', 'get')).toEqual([
      ['shelf', { type: 'string', pattern: '^[a-z]$' }],
      ['place', { type: 'string', minLength: 1, maxLength: 500, pattern: expect.stringContaining('u0000') }],
    ]);
  });

  it('refuses what the document refuses', async () => {
    const statusOf = async (url: string) => (await app.inject({ method: 'GET', url })).statusCode;
    expect(await statusOf('/v1/books/a/x')).toBe(200);
    expect(await statusOf('/v1/books/A/x')).toBe(400);
    expect(await statusOf('/v1/books/a/%00')).toBe(400);
  });

  it('lets null stand for absence in bodies, and nowhere an unknown field', () => {
    const { Book, Page } = api.components.schemas;
    const page = { $ref: '#/components/schemas/Page' };
    expect(Book).toEqual({
      type: 'object',
      properties: {
        pages: { type: 'array', items: page, minItems: 1, maxItems: 3 },
        cover: { nullable: true, type: 'object', allOf: [page] },
      },
      required: ['pages'],
      additionalProperties: false,
    });
    expect(Page).toMatchObject({ additionalProperties: false });
  });

  it('leaves bodies open that others have laid down, and what is in them', () => {
    const { Letter, Stamp } = api.components.schemas;
    expect(
      [Letter, Stamp].map((schema) => (schema as { additionalProperties: unknown }).additionalProperties),
    ).toEqual([true, true]);
  });

  it('separates lists in queries by commas, and adds the check to what a class says itself', () => {
    const [code, shelves] = api.paths['/v1/books']!['get']!.parameters;
    expect(code).toMatchObject({
      description: 'Of the shelf.',
      required: false,
      schema: { type: 'string', pattern: '^a$' },
    });
    expect(shelves).toMatchObject({ style: 'form', explode: false, schema: { type: 'array' } });
  });

  it('gives examples of parameters, and leaves no trace of how they were stated', () => {
    const list = api.paths['/v1/books']!['get']!;
    expect(list.parameters).toMatchObject([{ example: 'a' }, { example: ['x', 'y'] }]);
    expect(list).not.toHaveProperty('x-example');
  });

  it('refuses an example of a parameter that there is not', () => {
    const paths = { '/v1/books': { get: { parameters: [], 'x-example': { page: 7 } } } };
    expect(() => placeExamples({ paths } as unknown as OpenAPIObject)).toThrow(
      '/v1/books has an example of page',
    );
  });

  it('says where a token is taken and not needed', () =>
    expect(api.paths['/v1/books']!['get']!.security).toEqual(expect.arrayContaining([{}, { bearer: [] }])));
});
