import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { paymentSettled, signUpSubmitted, type ServiceName } from '#libs/contracts';
import { compiled } from '../../../stack/project-root.js';
import type { System } from '../system.js';
import type { Answers, MaySee } from './told.js';

const CLI = compiled('tools/cli/main');
const OUTPUT_BYTES_MAX = 64 * 1_048_576;
const PAGE = 1_000;

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

const onCommandLine = async (
  { folder }: System,
  answers: Answers,
  args: readonly string[],
  maySee: MaySee,
): Promise<void> => {
  const all = [CLI, 'parked', ...args, '--data', folder];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, all, {
    maxBuffer: OUTPUT_BYTES_MAX,
  });
  answers.note(
    `cakupan parked ${args.filter((word) => !word.includes('/')).join(' ')}`,
    `${stdout}\n${stderr}`,
    maySee,
  );
};

/** Everything that is parked, listed and shown one by one, over HTTP and on the command line, to operators and to senders. */
export const showParked = async (system: System, answers: Answers): Promise<void> => {
  const operator = await system.token('operator');
  const senders = {
    enrollment: await system.token('channel', { channel: signUpSubmitted.example.channel.code }),
    contribution: await system.token('gateway', { gateway: paymentSettled.example.gateway }),
  };
  for (const [service, sender] of Object.entries(senders) as [ServiceName, string][]) {
    const get = (path: string, token: string, maySee: MaySee) =>
      answers.ask({ service, method: 'GET', path: `/v1/parked${path}`, token }, maySee);
    const { items } = (await get(`?limit=${PAGE}`, operator, 'nothing')) as unknown as Listed;
    await get(`?mine=true&limit=${PAGE}`, sender, 'nothing');
    for (const { id } of items) await get(`/${id}`, operator, 'all but the nik');
    const [first] = items;
    if (first) await onCommandLine(system, answers, ['show', `${service}/${first.id}`], 'all but the nik');
  }
  await onCommandLine(system, answers, ['list'], 'nothing');
  await onCommandLine(system, answers, ['list', '--json'], 'nothing');
};
