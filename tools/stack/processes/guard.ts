import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Reads lines "SIGNAL pid", "gone pid" and "done". When its input ends without "done", whoever started it was
 * killed: it removes the file that its first argument names, asks the named processes to end, in their order, takes
 * away those that stay, and removes the folder that its second argument names, if any.
 */
const SCRIPT = `
asked=''
while read -r name pid; do
  case "$name" in
    done) exit 0 ;;
    gone) kept=''; for one in $asked; do [ "\${one##*:}" = "$pid" ] || kept="$kept $one"; done; asked="$kept" ;;
    *) asked="$asked $name:$pid" ;;
  esac
done
rm -f "$1"
sleep 1
for one in $asked; do kill -s "\${one%%:*}" "\${one##*:}" 2>/dev/null; done
for _ in 1 2 3 4 5 6 7 8 9 10; do
  sleep 1; left=''
  for one in $asked; do kill -0 "\${one##*:}" 2>/dev/null && left="$left \${one##*:}"; done
  [ -z "$left" ] && break
done
[ -n "$left" ] && kill -s KILL $left 2>/dev/null
[ -n "$2" ] && rm -rf "$2"
`;

/** Ends what this process started, should this process itself be killed without a chance to do so. */
export class Guard {
  private readonly shell: ChildProcess;

  /** `file` would be a lie, and `folder`, if any, worth nothing, once this process is gone. */
  constructor(file: string, folder: string | null) {
    this.shell = spawn('sh', ['-c', SCRIPT, 'guard', file, folder ?? ''], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    this.shell.unref();
    this.shell.on('error', () => undefined);
    this.shell.stdin?.on('error', () => undefined);
  }

  /** Has the process ended by this signal if the worst happens. */
  watch(pid: number, signal: NodeJS.Signals): void {
    this.shell.stdin?.write(`${signal.slice('SIG'.length)} ${pid}\n`);
  }

  /** The process has ended: its number may soon be another's. */
  forget(pid: number): void {
    this.shell.stdin?.write(`gone ${pid}\n`);
  }

  /** All ended in order: nothing to guard any more. */
  dismiss(): void {
    this.shell.stdin?.end('done\n');
  }
}
