const STEPS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
] as const;

/** A length of time as people say it, such as `8 min`. */
export const span = (ms: number): string => {
  const [size, unit] = STEPS.find(([size]) => ms >= size) ?? [1_000, 's'];
  return `${Math.floor(ms / size)} ${unit}`;
};

/** `03:12:07 (8 min)`, by the clock of this machine; with the day when that is not today's. */
export const sinceText = (since: Date, now: Date): string => {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${since.getFullYear()}-${two(since.getMonth() + 1)}-${two(since.getDate())} `;
  const time = [since.getHours(), since.getMinutes(), since.getSeconds()].map(two).join(':');
  const isToday = since.toDateString() === now.toDateString();
  return `${isToday ? '' : day}${time} (${span(now.getTime() - since.getTime())})`;
};

/** A number with commas between thousands. */
export const figure = (value: number | bigint): string => value.toLocaleString('en-US');

/** So many of something, in words: `1 message`, `2,000 messages`. */
export const counted = (count: number | bigint, noun: string): string =>
  `${figure(count)} ${noun}${BigInt(count) === 1n ? '' : 's'}`;
