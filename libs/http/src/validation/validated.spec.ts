import { describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import * as fc from 'fast-check';
import { Problem, type ProblemField } from '../problems/problem.js';
import { AsFlag, AsInteger, AsList } from './conversions.js';
import { body, query, uuid } from './pipes.js';
import { validated } from './validated.js';

class Person {
  @IsString()
  @MaxLength(10)
  name!: string;

  @Matches(/^\d{16}$/, { message: 'nik-implausible' })
  nik!: string;
}

class Line {
  @IsInt()
  @Min(1)
  @Max(10)
  amount!: number;
}

class Request {
  @IsUUID()
  id!: string;

  @ValidateNested()
  @Type(() => Person)
  person!: Person;

  @ValidateNested({ each: true })
  @Type(() => Line)
  @ArrayMaxSize(2)
  lines: Line[] = [];

  @IsIn(['PU', 'BPU'])
  segment!: string;

  @IsOptional()
  @IsString({ each: true })
  occupations?: string[];
}

const good = () => ({
  id: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
  person: { name: 'Sri', nik: '3372051708900001' },
  lines: [{ amount: 1 }],
  segment: 'BPU',
});

const errorOf = (given: unknown): unknown => {
  try {
    validated(Request, given);
    return null;
  } catch (error) {
    return error;
  }
};

/** The fields that a 400 names; null where nothing is refused. */
const fieldsOf = (given: unknown): unknown => {
  const error = errorOf(given);
  return error instanceof Problem && error.status === 400 ? error.body.fields : error;
};

describe('validated', () => {
  it('gives an instance, with the nested classes and the defaults', () => {
    const { lines: _, ...withoutLines } = good();
    const request = validated(Request, withoutLines);
    expect(request).toBeInstanceOf(Request);
    expect(request.person).toBeInstanceOf(Person);
    expect(request.lines).toEqual([]);
  });

  it.each<[string, object, ProblemField[]]>([
    ['an unknown field', { extra: 1 }, [{ path: 'extra', reason: 'unknown-field' }]],
    [
      'an unknown nested field',
      { person: { ...good().person, x: 1 } },
      [{ path: 'person.x', reason: 'unknown-field' }],
    ],
    ['an absent field', { id: undefined }, [{ path: 'id', reason: 'missing' }]],
    ['null for a field', { id: null }, [{ path: 'id', reason: 'missing' }]],
    ['another type', { id: 7 }, [{ path: 'id', reason: 'malformed' }]],
    ['a code that is not in the list', { segment: 'XX' }, [{ path: 'segment', reason: 'unknown-code' }]],
    [
      'a slug of the rule',
      { person: { name: 'Sri', nik: '1' } },
      [{ path: 'person.nik', reason: 'nik-implausible' }],
    ],
    [
      'one above the limit',
      { lines: [{ amount: 11 }] },
      [{ path: 'lines.0.amount', reason: 'out-of-range' }],
    ],
    [
      'one below the limit',
      { lines: [{ amount: 1 }, { amount: 0 }] },
      [{ path: 'lines.1.amount', reason: 'out-of-range' }],
    ],
    ['a fraction', { lines: [{ amount: 1.5 }] }, [{ path: 'lines.0.amount', reason: 'malformed' }]],
    [
      'a list too long',
      { lines: [1, 2, 3].map((amount) => ({ amount })) },
      [{ path: 'lines', reason: 'out-of-range' }],
    ],
    ['a list for an object', { person: [good().person] }, [{ path: 'person', reason: 'malformed' }]],
    ['an empty list for an object', { person: [] }, [{ path: 'person', reason: 'malformed' }]],
    ['an object for a list', { lines: { amount: 1 } }, [{ path: 'lines', reason: 'malformed' }]],
    ['one text for a list', { occupations: 'street-trader' }, [{ path: 'occupations', reason: 'malformed' }]],
    ['a constructor', { constructor: 'x' }, [{ path: 'constructor', reason: 'forbidden-field' }]],
  ])('refuses %s', (_what, change, fields) => expect(fieldsOf({ ...good(), ...change })).toEqual(fields));

  it.each([undefined, null, 1, 'text', [], [good()], new Date(0)])(
    'refuses %s in the place of an object',
    (given) => expect(fieldsOf(given)).toEqual([]),
  );

  it('takes both ends of a limit', () => {
    expect(fieldsOf({ ...good(), lines: [{ amount: 1 }, { amount: 10 }] })).toBeNull();
  });

  it('never throws anything but a problem', () => {
    const anything = fc.anything({ maxDepth: 3, withNullPrototype: true });
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), anything),
        fc.constantFrom(...Object.keys(good())),
        (noise, field) => {
          const errors = [errorOf({ ...good(), ...noise }), errorOf({ ...good(), [field]: noise })];
          expect(errors.every((error) => error === null || error instanceof Problem)).toBe(true);
        },
      ),
    );
  });

  it('names at most a hundred fields', () => {
    const noise = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, 1]));
    expect(fieldsOf({ ...good(), ...noise })).toHaveLength(100);
  });
});

describe('body', () => {
  const metadata = { type: 'body' } as const;
  it('gives the instance', () => expect(body(Request).transform(good(), metadata)).toBeInstanceOf(Request));
  it('answers 415 to a stream', () =>
    expect(() => body(Request).transform({ pipe: () => {} }, metadata)).toThrow(
      expect.objectContaining({ status: 415 }),
    ));
});

class Search {
  @IsOptional()
  @IsInt()
  @Min(0)
  @AsInteger()
  limit: number = 100;

  @IsOptional()
  @IsIn([true, false])
  @AsFlag()
  dryRun?: boolean;

  @IsOptional()
  @IsArray()
  @IsIn(['33', '34'], { each: true })
  @AsList()
  region?: string[];
}

const search = (given: object) => query(Search).transform(given, { type: 'query' });

describe('query', () => {
  it('converts what a URL can only say as text', () =>
    expect(search({ limit: '5', dryRun: 'true', region: '33,34,33' })).toEqual({
      limit: 5,
      dryRun: true,
      region: ['33', '34'],
    }));
  it('fills in defaults', () => expect(search(Object.create(null))).toMatchObject({ limit: 100 }));
  it.each([
    { limit: '' },
    { limit: '1.5' },
    { limit: '0x10' },
    { limit: ['1', '2'] },
    { limit: '-1' },
    { limit: '1e3' },
    { dryRun: 'yes' },
    { dryRun: '' },
    { region: '' },
    { region: '33,' },
    { region: ['33', '34', 'x'] },
    { unknown: '1' },
    { constructor: 'x' },
    JSON.parse('{"__proto__":["a","b"]}'),
  ])('refuses %j', (given: object) => expect(() => search(given)).toThrow(Problem));
});

const id = (value: unknown) => uuid.transform(value, { type: 'param', data: 'claimId' });

describe('uuid', () => {
  it('gives the id in lower case', () =>
    expect(id('0193D0A4-6f3e-7c11-9a51-3f2f9f0b7a01')).toBe('0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01'));
  it.each(['', 'x', '0193d0a46f3e7c119a513f2f9f0b7a01', '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a0', undefined])(
    'refuses %s and says which',
    (value) => {
      const refusal = expect.objectContaining({
        body: expect.objectContaining({ fields: [{ path: 'claimId', reason: 'malformed' }] }),
      });
      expect(() => id(value)).toThrow(refusal as never);
    },
  );
});
