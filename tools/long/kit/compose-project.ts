import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { freePortsInARow } from '../../stack/processes/free-ports.js';
import { projectRoot } from '../../stack/project-root.js';

const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
const PORTS = ['', 'ENROLLMENT_', 'CONTRIBUTION_', 'CLAIMS_', 'KAFKA_', 'POSTGRES_'];
const REPORTING = 0;
const CONTRIBUTION = 2;

const run = promisify(execFile);

/** What somebody has set for a project of his own is none of this one's affair. */
const inherited = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(COMPOSE|CAKUPAN)_/.test(name)));

/** The whole system by `docker-compose.yml`, with the whole story: a project of its own, on ports of its own. */
export class ComposeProject {
  private constructor(
    private readonly env: NodeJS.ProcessEnv,
    readonly reporting: string,
    readonly contribution: string,
  ) {}

  static async open(): Promise<ComposeProject> {
    const first = await freePortsInARow(PORTS.length);
    const ports = PORTS.map((name, place) => [`CAKUPAN_${name}PORT`, String(first + place)]);
    const env = {
      ...inherited(),
      ...Object.fromEntries(ports),
      COMPOSE_PROJECT_NAME: `cakupan-${process.pid}`,
    };
    const at = (place: number) => `http://127.0.0.1:${first + place}`;
    return new ComposeProject(env, at(REPORTING), at(CONTRIBUTION));
  }

  /** Runs `docker compose` with these words; answers what it writes. @throws with what it writes beside, if it fails */
  async compose(...args: readonly string[]): Promise<string> {
    const given = { cwd: projectRoot, env: this.env, maxBuffer: OUTPUT_BYTES_MAX };
    return (await run('docker', ['compose', ...args], given)).stdout.trim();
  }

  /** The command line of the project, in a container of its own. */
  cakupan(...args: readonly string[]): Promise<string> {
    return this.compose('run', '--rm', '--no-TTY', 'cakupan', ...args);
  }

  /** Asks an address as somebody with that role. */
  async ask<T>(address: string, role: string): Promise<T> {
    const authorization = `Bearer ${await this.tokenOf(role)}`;
    const answer = await fetch(address, { headers: { authorization } });
    if (!answer.ok) throw new Error(`${answer.status} ${address}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Ends it and throws everything away. */
  async down(): Promise<void> {
    await this.compose('down', '--volumes', '--remove-orphans');
  }

  private readonly tokens = new Map<string, Promise<string>>();

  /** Each costs a container, and holds longer than any story takes. */
  private tokenOf(role: string): Promise<string> {
    const token = this.tokens.get(role) ?? this.cakupan('token', '--role', role);
    this.tokens.set(role, token);
    return token;
  }
}
