import 'reflect-metadata';
import { Transform } from 'class-transformer';

/** More digits than these are no count and no page size, and would not survive as a number. */
const INTEGER = /^-?\d{1,15}$/;
const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false };

const converted = (convert: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? convert(value) : value));

/** A query parameter that is a whole number; a text that is none stays a text, for `@IsInt()` to refuse. */
export const AsInteger = (): PropertyDecorator =>
  converted((text) => (INTEGER.test(text) ? Number(text) : text));

/** A query parameter that is `true` or `false`. */
export const AsFlag = (): PropertyDecorator =>
  converted((text) => (Object.hasOwn(FLAGS, text) ? FLAGS[text] : text));

/** A query parameter of several values, separated by commas, without repeats. */
export const AsList = (): PropertyDecorator => converted((text) => [...new Set(text.split(','))]);
