import type { ServiceName } from '#libs/contracts';
import type { System } from '../system.js';
import { leaksIn, type Leak } from './search.js';
import type { Needles } from './forms.js';

interface Request {
  readonly service: ServiceName;
  readonly method: string;
  readonly path: string;
  readonly token: string | null;
  readonly body?: string;
  readonly type?: string;
}

/** What of a person whoever asked may be told: operators mend what was sent, and see no NIK in it. */
export type MaySee = 'nothing' | 'all but the nik' | 'all';

/** What was told, and to whom. */
interface Told {
  readonly name: string;
  readonly status: number | null;
  readonly text: string;
  readonly maySee: MaySee;
}

const isTooMuch = ({ what }: Leak, maySee: MaySee): boolean =>
  maySee === 'nothing' || (maySee === 'all but the nik' && what.endsWith(' nik'));

/** What the services have answered, good and bad. */
export class Answers {
  private readonly told: Told[] = [];

  constructor(private readonly system: System) {}

  /** How many there were, by status. */
  get counts(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { status } of this.told) if (status !== null) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  }

  /** Notes what somebody was told otherwise than over HTTP. */
  note(name: string, text: string, maySee: MaySee): void {
    this.told.push({ name, status: null, text, maySee });
  }

  /** @param maySee what of the person's data may stand in the answer */
  async ask(request: Request, maySee: MaySee = 'nothing'): Promise<Record<string, unknown>> {
    const { service, method, path, token, body, type = 'application/json' } = request;
    const answer = await fetch(`${this.system.stack.services[service]}${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': type }),
      },
      ...(body !== undefined && { body }),
    });
    const headers = JSON.stringify([...answer.headers]);
    const text = await answer.text();
    const name = `answer ${answer.status} ${method} ${service} ${path.split('?')[0]!.replaceAll(/\d{16}/g, '…')}`;
    this.told.push({ name, status: answer.status, text: `${headers}\n${text}`, maySee });
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      return {};
    }
  }

  /** What was told to those who may not know it. */
  leaks(needles: Needles): readonly Leak[] {
    return this.told.flatMap(({ name, text, maySee }) =>
      leaksIn(name, Buffer.from(text), needles).filter((leak) => isTooMuch(leak, maySee)),
    );
  }

  /** Whether those who may know it were told, all of it and all but the NIK: else nothing would be looked through. */
  tellsEntitled(needles: Needles): boolean {
    const tells = (whom: MaySee) =>
      this.told.some(
        ({ maySee, text, name }) => maySee === whom && leaksIn(name, Buffer.from(text), needles).length > 0,
      );
    return tells('all') && tells('all but the nik');
  }
}
