import { expect, it } from '@jest/globals';
import { around } from './around.js';
import { wordsIn } from './words.js';

it('numbers stand where the language says them', () => {
  expect(around((kept, due) => `Of ${due} there are ${kept}.`, 2)).toEqual(['Of ', 1, ' there are ', 0, '.']);
  const { story } = wordsIn('id').channels;
  expect(around(story, 5).filter((stretch) => typeof stretch === 'number')).toEqual([0, 1, 2, 3, 4]);
});

it('numbers that are alike are told apart, and one may be said twice', () =>
  expect(around((one, other) => `${one}${other} ${one}`, 2)).toEqual([0, 1, ' ', 0]));

it('a sentence without numbers is said whole', () => expect(around(() => 'Nobody.', 0)).toEqual(['Nobody.']));
