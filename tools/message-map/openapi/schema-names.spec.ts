import { describe, expect, it, jest } from '@jest/globals';
import { Controller, Get, Logger, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { modules } from '../testing/modules.js';
import { apiOf } from './api-of.js';

const DOUBLE = /^Duplicate DTO detected: "(.+)"/;

/** Names under which two classes stand that say different things: the second takes the place of the first. */
const doublesIn = async (controllers: readonly Type[]): Promise<readonly string[]> => {
  const warned = jest.spyOn(Logger, 'warn').mockImplementation(() => undefined);
  try {
    const { components } = await apiOf('a test', controllers);
    expect(Object.keys(components?.schemas ?? {}).length).toBeGreaterThan(1); // something was described
    return warned.mock.calls.flatMap(([message]) => DOUBLE.exec(String(message))?.[1] ?? []);
  } finally {
    warned.mockRestore();
  }
};

describe('a name in the OpenAPI document', () => {
  it.each(Object.entries(modules))('of %s is that of one class', async (_, { controllers = [] }) => {
    expect(await doublesIn(controllers)).toEqual([]);
  });

  it('of two classes is found', async () => {
    const viewWith = (field: string): Type => {
      class View {}
      ApiProperty({ type: String })(View.prototype, field);
      return View;
    };
    @Controller('v1/tests')
    class TestsController {
      @Get('one') @ApiOkResponse({ type: viewWith('one') }) one(this: void) {}
      @Get('other') @ApiOkResponse({ type: viewWith('other') }) other(this: void) {}
    }
    expect(await doublesIn([TestsController])).toEqual(['View']);
  });
});
