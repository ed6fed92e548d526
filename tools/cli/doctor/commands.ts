import type { SystemLook } from '../look/system.js';

const DEFAULT_FOLDER = process.env['CAKUPAN_DATA'] || '.cakupan';

const quoted = (text: string): string =>
  /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** What to type next, so that it works when it is pasted. */
export const commandsFor = ({ folder, stack }: Pick<SystemLook, 'folder' | 'stack'>) => {
  const own = folder === DEFAULT_FOLDER ? '' : ` --data ${quoted(folder)}`;
  const cakupan = (words: string) => `npm run -s cakupan -- ${words}${own}`;
  return {
    goOn: (pid: number) => `kill -CONT ${pid}`,
    /** It is started again by itself. */
    kill: (pid: number) => `kill -KILL ${pid}`,
    log: (name: string) => `tail -n 40 ${quoted(`${folder}/logs/${name}.log`)}`,
    broker: () =>
      stack.pids['kafka'] === undefined
        ? `nc -vz ${stack.kafka[0]?.replace(':', ' ') ?? ''}`
        : `tail -n 40 ${quoted(`${folder}/logs/kafka.log`)}`,
    database: (url: string) => {
      if (stack.pids['postgres'] !== undefined) return `tail -n 40 ${quoted(`${folder}/logs/postgres.log`)}`;
      const { hostname, port } = new URL(url);
      return `pg_isready -h ${hostname} -p ${port || 5432}`;
    },
    answers: (address: string) => `curl -sS -m 5 ${address}/health/live`,
    biggest: (path: string) => `du -xh ${quoted(path)} | sort -h | tail -n 20`,
    parked: () => cakupan('parked list'),
    sql: (service: string, sql: string) => cakupan(`sql ${service} "${sql}"`),
    start: () => `npm start --${own}`,
  };
};

export type Commands = ReturnType<typeof commandsFor>;
