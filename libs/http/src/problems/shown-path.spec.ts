import { describe, expect, it } from '@jest/globals';
import { Problem } from './problem.js';
import { shownPath } from './shown-path.js';

describe('the path of a field at fault', () => {
  it.each([
    'person.nik',
    'lines.3.amount',
    'rows.1000000.signUpId',
    'amuont',
    '__proto__',
    'x-story-time',
    'oauth2_token',
    'additionalInfo1234',
  ])('is shown as it is: %s', (path) => expect(shownPath(path)).toBe(path));

  it.each([
    ['a number that identifies somebody', '3372051708900001', '…'],
    ['a phone number', 'person.081234567', 'person.…'],
    ['digits behind a letter', 'x3372051708900001', '…'],
    ['eight digits, one more than a place has', 'lines.12345678.amount', 'lines.….amount'],
    ['five digits behind a name, one more than a name has', 'field12345', '…'],
    ['a name with a space', 'person.Nama Orang', 'person.…'],
    ['an address', 'person.a@example.org', 'person.….org'],
    ['a name that is too long', 'x'.repeat(65), '…'],
    ['no name at all', '', '…'],
  ])('does not say %s', (_what, path, shown) => expect(shownPath(path)).toBe(shown));

  it('is the same in every refusal', () =>
    expect(Problem.malformed([{ path: '3372051708900001', reason: 'unknown-field' }]).body.fields).toEqual([
      { path: '…', reason: 'unknown-field' },
    ]));
});
