/** The first of those characters that mean nothing by themselves. */
const FIRST_MARK = 0xe000;
const MARKS = /([\uE000-\uF8FF])/;

/**
 * A sentence told apart into its words and the places of its numbers, in the order in which the language says them.
 * @param say given what stands for each number, the whole sentence
 */
export const around = (
  say: (...numbers: string[]) => string,
  count: number,
): readonly (string | number)[] => {
  const marks = Array.from({ length: count }, (_, index) => String.fromCharCode(FIRST_MARK + index));
  return say(...marks)
    .split(MARKS)
    .filter((stretch) => stretch !== '')
    .map((stretch) => (marks.includes(stretch) ? marks.indexOf(stretch) : stretch));
};
