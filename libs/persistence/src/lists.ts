/** A text inside a list as PostgreSQL reads it. */
const quoted = (text: string): string =>
  text.includes('"') || text.includes('\\') ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;

const elementOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  return value === null || value === undefined ? 'NULL' : undefined;
};

/**
 * A list as PostgreSQL reads it: `{"a",1,NULL}`. The driver writes the same, but looks through each value several times,
 * numbers among them, which costs a batch more than its statements. What holds anything but texts, numbers, truth
 * values and nulls is left to the driver.
 */
export const listOf = (values: readonly unknown[]): unknown => {
  const elements: string[] = [];
  for (const value of values) {
    const element = elementOf(value);
    if (element === undefined) return values;
    elements.push(element);
  }
  return `{${elements.join(',')}}`;
};
