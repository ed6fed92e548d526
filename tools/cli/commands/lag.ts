import { connectKafka, type StoredProgress } from '#libs/messaging';
import type { Command } from '../command.js';
import { figure, span } from '../doctor/span.js';
import { lookAtLag, summaryOf } from '../look/lag.js';
import type { Looked } from '../look/looked.js';
import { offset } from '../offset.js';
import { textTable } from '../print.js';
import { stackIn } from '../stack-in.js';

type Found = [service: string, Looked<readonly StoredProgress[]>];

const partitionRow = (
  service: string,
  { topic, partition, position, end, lag, stillMs, movedAt }: StoredProgress,
) => ({
  service,
  topic,
  partition,
  position: offset(position),
  end: offset(end),
  lag: offset(lag),
  stillMs,
  movedAt: movedAt.toISOString(),
});

const silentRow = (service: string, why: string): object => ({
  service,
  topic: null,
  partition: null,
  position: null,
  end: null,
  lag: null,
  stillMs: null,
  movedAt: null,
  why,
});

const summaryRow = ([service, { found, why }]: Found) => {
  if (found === null) return { service, lag: 'unknown', 'stands still': why };
  const { lag, worst } = summaryOf(found);
  const still = worst === null ? '' : `${span(worst.stillMs)} ${worst.topic}/${worst.partition}`;
  return { service, lag: figure(lag), 'stands still': still };
};

const totalRow = (all: readonly Found[]) => {
  const lag = all.reduce((sum, [, { found }]) => sum + summaryOf(found ?? []).lag, 0n);
  const silent = all.filter(([, { found }]) => found === null).length;
  const atLeast = silent === 0 ? '' : 'at least ';
  return { service: 'total', lag: `${atLeast}${figure(lag)}`, 'stands still': '' };
};

const textOf = (all: readonly Found[]): string => {
  const behind = all.flatMap(([service, { found }]) =>
    (found ?? []).filter(({ lag }) => lag > 0n).map((progress) => partitionRow(service, progress)),
  );
  const summary = textTable([...all.map(summaryRow), totalRow(all)]);
  return behind.length === 0 ? summary : `${summary}\n\n${textTable(behind)}`;
};

/** How far every consumer is behind its topics, from the positions in the databases: they alone are the truth. */
export const lag: Command = {
  usage: 'lag',
  summary: 'how far each service is behind, and in which partitions; exit code 1 when one does not answer',
  options: {},
  run: async ({ folder }) => {
    const stack = stackIn(folder);
    const all = [
      ...(await lookAtLag(stack, connectKafka({ brokers: stack.kafka, clientId: 'cakupan-lag' }))),
    ];
    return {
      text: textOf(all),
      data: all.flatMap<object>(([service, { found, why }]) =>
        found === null ? [silentRow(service, why)] : found.map((progress) => partitionRow(service, progress)),
      ),
      exitCode: all.every(([, { found }]) => found !== null) ? 0 : 1,
    };
  },
};
