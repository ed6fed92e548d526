import type { Stack } from './stack-file.js';

/**
 * What a reader needs once all is ready. `token` is the local analyst's, if tokens are made here; `part` says which part
 * of the sample is there, if not all of it.
 */
export const banner = (
  stack: Stack,
  dataFolder: string,
  { token, part }: { readonly token: string | null; readonly part: string | null },
): string => {
  const services = Object.entries(stack.services).map(
    ([name, url]) => `  ${name.padEnd(13)} ${url}   ${url}/docs`,
  );
  const { reporting } = stack.services;
  const dashboard =
    reporting === undefined
      ? []
      : [`  dashboard     ${reporting}/${token === null ? '' : `#token=${token}`}`];
  return [
    'Cakupan is ready.',
    ...dashboard,
    ...services,
    `  Kafka         ${stack.kafka.join(',')}`,
    `  data, logs    ${dataFolder}`,
    ...(stack.sampleDay === undefined
      ? []
      : [`  today         ${stack.sampleDay}, the last day of the sample's story; the people are invented`]),
    ...(part === null ? [] : [`  sample        ${part}`]),
    'Ctrl-C ends everything.',
  ].join('\n');
};
