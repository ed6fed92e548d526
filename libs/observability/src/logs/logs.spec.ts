import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { pino } from 'pino';
import { loggerParams } from './logger-options.js';
import { mask } from './mask.js';

const NIK = '3372051708900001';
const TOKEN = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJzcmkifQ.c2lnbmF0dXJl';

/** A logger as the services have it, and the lines that it wrote. */
const openLogger = (level = 'trace') => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const { pinoHttp } = loggerParams({ service: 'claims', level, destination });
  const [options, stream] = pinoHttp as unknown as Parameters<typeof pino>;
  return {
    logger: pino(options as never, stream as never),
    lines,
    last: () => JSON.parse(lines.at(-1) ?? '{}'),
  };
};

describe('mask', () => {
  it.each([
    [`{"a":"${NIK}"}`, '{"a":"[masked]"}'],
    [`{"a":"x${NIK}y"}`, '{"a":"x[masked]y"}'],
    [`{"a":"12345${NIK}"}`, '{"a":"[masked]"}'],
    ['{"a":"337205170890000"}', '{"a":"337205170890000"}'],
    [`{"a":${NIK}}`, '{"a":0}'],
    [`{"a":[1,-${NIK},2]}`, '{"a":[1,-0,2]}'],
    ['{"a":0.30000000000000004}', '{"a":0.30000000000000004}'],
    ['{"a":1.2345678901234567e-7,"b":1}', '{"a":1.2345678901234567e-7,"b":1}'],
    ['{"amount":900719925474099}', '{"amount":900719925474099}'],
    [`{"a":"Bearer ${TOKEN}"}`, '{"a":"Bearer [masked]"}'],
    ['{"a":"GET /v1/x?nik=1&q=Sri%20Rahayu#top"}', '{"a":"GET /v1/x?nik=[masked]&q=[masked]#top"}'],
    ['{"a":"postgres://postgres:s3cret@127.0.0.1/x"}', '{"a":"postgres://postgres:[masked]@127.0.0.1/x"}'],
    ['{"a":"0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01"}', '{"a":"0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01"}'],
  ])('makes %s into %s', (line, masked) => expect(mask(line)).toBe(masked));

  it('leaves JSON JSON, and no run of sixteen digits in a text of it', () => {
    const digits = fc.stringMatching(/^[0-9,:.\-[\]{}"\\?&=a-f ]{0,40}$/);
    const value = fc.dictionary(
      digits,
      fc.oneof(
        digits,
        fc.double({ noNaN: true }),
        fc.bigInt({ min: 0n, max: 10n ** 20n }).map(Number),
        fc.array(digits),
      ),
    );
    fc.assert(
      fc.property(value, (entry) => {
        const masked = JSON.stringify(JSON.parse(mask(JSON.stringify(entry))), (_key, inner: unknown) =>
          typeof inner === 'number' ? 0 : inner,
        );
        expect(masked.replace(/\d{1,15}\.\d+/g, '')).not.toMatch(/\d{16}/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a log line', () => {
  it('is JSON with the service, the level by name and the time', () => {
    const { logger, last } = openLogger();
    logger.info({ partition: 3 }, 'caught up');
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      service: 'claims',
      partition: 3,
      msg: 'caught up',
    });
  });

  it('is written from the level on', () => {
    const { logger, lines } = openLogger('warn');
    logger.info('not this');
    logger.warn('but this');
    expect(lines).toHaveLength(1);
    expect(() => openLogger('loud')).toThrow('there is no log level "loud"');
  });

  it('never carries the canary, whichever way it was put in', () => {
    const { logger, lines } = openLogger();
    const error = Object.assign(
      new Error(`Key (nik)=(${NIK}) exists`, { cause: new Error(`because of ${NIK}`) }),
      {
        detail: NIK,
        parameters: [NIK],
        code: '23505',
      },
    );
    logger.info(`about ${NIK}`);
    logger.info('about %s', NIK);
    logger.info({ who: NIK, deep: { list: [{ who: NIK }] }, [NIK]: 1, number: Number(NIK) }, 'x');
    logger.error(error);
    logger.error({ err: error }, NIK);
    logger.child({ who: NIK }).info('x');
    expect(lines).toHaveLength(6);
    lines.forEach((line) => expect(line).not.toContain(NIK));
    lines.forEach((line) => expect(() => JSON.parse(line)).not.toThrow());
  });

  it('leaves contents and credentials out, at any depth', () => {
    const { logger, last } = openLogger();
    const withheld = {
      body: 1,
      Headers: 2,
      authorization: 'x',
      query: { q: 1 },
      nik: '1',
      fullName: 'Sri',
      req: {},
      url: '/x',
    };
    logger.info(
      { ...withheld, kept: 1, deep: { ...withheld, kept: 2, list: [{ ...withheld, kept: 3 }] } },
      'x',
    );
    expect(last()).toMatchObject({ kept: 1, deep: { kept: 2, list: [{ kept: 3 }] } });
    expect(Object.keys(last()).sort()).toEqual(['deep', 'kept', 'level', 'msg', 'service', 'time']);
    expect(Object.keys(last().deep).sort()).toEqual(['kept', 'list']);
  });

  it('shows of an error what helps to find it, and nothing that hangs on it', () => {
    const { logger, last } = openLogger();
    const cause = Object.assign(new Error('invalid input syntax for type uuid: "Sri Rahayu"'), {
      code: '22P02',
    });
    const error = Object.assign(new TypeError('it broke', { cause }), {
      query: 'insert …',
      parameters: ['Sri Rahayu'],
    });
    logger.error(error);
    expect(last()).toMatchObject({ msg: 'TypeError', err: { type: 'TypeError', message: 'it broke' } });
    expect(last().err.stack).toContain('logs.spec');
    expect(last().err.cause).toMatchObject({
      code: '22P02',
      message: 'invalid input syntax for type uuid: "[masked]"',
    });
    expect(JSON.stringify(last())).not.toMatch(/Sri|insert/);
    logger.error(cause);
    expect(JSON.stringify(last())).not.toContain('Sri');
    logger.error({ err: 'thrown text' }, 'x');
    expect(last().err).toEqual({ type: 'string', message: 'something that is no error was thrown' });
  });
});
