import type { Params } from 'nestjs-pino';
import pino, { type DestinationStream, type LevelWithSilent, type LoggerOptions as PinoOptions } from 'pino';
import { presentCorrelation } from './correlation.js';
import { mask } from './mask.js';
import { shownError } from './shown-error.js';
import { shown } from './shown.js';

/** How a service logs. */
export interface LoggerOptions {
  /** The name of the service, on every line. */
  readonly service: string;
  /** The least level that is written; `info` unless said. */
  readonly level?: string;
  /** Where lines go; standard output unless said. */
  readonly destination?: DestinationStream;
}

const isLevel = (level: string): level is LevelWithSilent =>
  level === 'silent' || level in pino.levels.values;

type LogMethod = NonNullable<NonNullable<PinoOptions['hooks']>['logMethod']>;

const errorIn = (entry: unknown): Error | null => {
  if (entry instanceof Error) return entry;
  const { err, msg } = (entry ?? {}) as { err?: unknown; msg?: unknown };
  return err instanceof Error && msg === undefined ? err : null;
};

/** An error that is logged without a text would lend the line its own, unmasked; it lends its name instead. */
const nameErrors: LogMethod = function (given, method) {
  const [entry, text] = given as unknown as [unknown, unknown];
  const error = text === undefined ? errorIn(entry) : null;
  if (error) method.call(this, entry as object, error.name);
  else method.apply(this, given);
};

/**
 * JSON lines on standard output. No entry shows contents, credentials or what hangs on an error, and the finished line
 * is masked once more on its way out, so that nothing depends on who logs taking care.
 */
export const loggerParams = ({ service, level = 'info', destination }: LoggerOptions): Params => {
  if (!isLevel(level)) throw new Error(`there is no log level "${level}"`);
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: shown },
    serializers: { err: shownError, error: shownError },
    hooks: { logMethod: nameErrors, streamWrite: mask },
    mixin: presentCorrelation,
    autoLogging: false,
    // The serializers get the error itself, not what pino-http would make of it.
    wrapSerializers: false,
  };
  // No middleware: our own hooks write the line of a request, and give it its context after the body was read.
  return { pinoHttp: destination ? [options, destination] : options, forRoutes: [] };
};
