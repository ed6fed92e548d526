import { execFileSync, spawnSync, type SpawnOptions } from 'node:child_process';
import { CannotStart } from '../cannot-start.js';

/** How a program of PostgreSQL is called: it refuses to run as root. */
export interface Account {
  readonly call: (
    program: string,
    args: readonly string[],
  ) => { program: string; args: string[]; options: SpawnOptions };
  /** Who must own its files; null when that is whoever calls. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

const CANDIDATES = ['postgres', 'nobody'] as const;
/** Lets the account pass through folders that only root may enter, such as root's home, and nothing more. */
const PASSAGE = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'] as const;

const idOf = (flag: '-u' | '-g', name: string): number | null => {
  try {
    return Number(
      execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  } catch {
    return null;
  }
};

const firstAccount = () => {
  for (const name of CANDIDATES) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new CannotStart(
    'PostgreSQL does not run as root, and there is neither an account postgres nor nobody.',
  );
};

const plain: Account = {
  call: (program, args) => ({ program, args: [...args], options: {} }),
  owner: null,
};

const succeeds = (account: Account, program: string, args: readonly string[]): boolean => {
  const call = account.call(program, args);
  return spawnSync(call.program, call.args, { ...call.options, stdio: 'ignore' }).status === 0;
};

/** The account for PostgreSQL's programs: the caller's own, or as root another one that can reach all the paths. */
export const postgresAccount = (paths: readonly string[]): Account => {
  if (process.getuid?.() !== 0) return plain;
  const owner = firstAccount();
  const direct: Account = {
    call: (program, args) => ({ program, args: [...args], options: { uid: owner.uid, gid: owner.gid } }),
    owner,
  };
  const identity = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const passing: Account = {
    call: (program, args) => ({
      program: 'setpriv',
      args: [...identity, ...PASSAGE, program, ...args],
      options: {},
    }),
    owner,
  };
  const reachesAll = ['-c', 'for path; do test -e "$path" || exit 1; done', 'sh', ...paths];
  const account = [direct, passing].find((candidate) => succeeds(candidate, 'sh', reachesAll));
  if (account !== undefined) return account;
  throw new CannotStart(
    `PostgreSQL does not run as root, and no other account may enter ${paths.join(' and ')}. Open these folders to others (chmod o+x), or run as an ordinary user.`,
  );
};
