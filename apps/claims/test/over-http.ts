import { access, createHttpApp } from '#libs/http';
import { StoryClock } from '#libs/kernel';
import { EventLog, WritePath } from '#libs/messaging';
import { Database } from '#libs/persistence';
import { batchOf, openIssuer, type TokenIssuer } from '#libs/testing';
import { Logger, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { controllers, providersWith } from '../src/claims.module.js';
import { filesFolderIn } from '../src/config.js';
import type { Policy } from '../src/domain/programmes/policy.js';
import { FolderFiles } from '../src/outbound/files/folder-files.js';
import { Payees } from '../src/use-cases/bank.js';
import type { Files } from '../src/use-cases/files.js';
import { KeepCoverWhenContributionPaid } from '../src/use-cases/keep-cover-when-contribution-paid.js';
import { KeepCoverWhenMembershipChanged } from '../src/use-cases/keep-cover-when-membership-changed.js';
import type { Teller } from '../src/use-cases/record-result-of-disbursement.js';
import { newMember, openClaims, paid, registered, type Member, type Opened } from './support.js';

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  readonly token?: string | null;
  /** The instant of the story at which it is asked. */
  readonly at?: string;
}

/** The service over HTTP, on a database of its own, without a broker. */
export class OverHttp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly opened: Opened,
    readonly tokens: TokenIssuer,
    /** An adjuster of Solo. */
    readonly adjuster: string,
  ) {}

  static async open(
    policy?: Policy,
    kept: Files | null = null,
    teller?: Teller,
    payees: Payees | null = null,
  ): Promise<OverHttp> {
    Logger.overrideLogger(false);
    const tokens = await openIssuer();
    const files = kept ?? new FolderFiles(filesFolderIn(tokens.dataFolder));
    const opened = await openClaims();

    @Module({
      imports: [access({ dataFolder: tokens.dataFolder })],
      controllers,
      providers: [
        ...providersWith(new StoryClock('2024-12-17'), policy, files, teller),
        ...(payees ? [{ provide: Payees, useValue: payees }] : []),
        { provide: Database, useValue: opened.database },
        { provide: WritePath, useValue: opened.writes },
        { provide: EventLog, useValue: opened.events },
      ],
    })
    class ClaimsOverHttp {}

    const app = await createHttpApp(ClaimsOverHttp, { title: 'claims' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new OverHttp(app, opened, tokens, await tokens.of(['adjuster'], ['33.72']));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.opened.drop();
    await this.tokens.close();
  }

  async ask(path: string, { method = 'GET', body, token = this.adjuster, at }: Asked = {}) {
    const response = await this.app.inject({
      method,
      url: `/v1/${path}`,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(at && { 'cakupan-story-time': at }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { payload: JSON.stringify(body) }),
    });
    return { status: response.statusCode, body: response.json() as Record<string, never> };
  }

  post(path: string, body?: unknown, more: Asked = {}) {
    return this.ask(path, { method: 'POST', body, ...more });
  }

  /** A member of Solo with these contributions: September to November 2024 unless stated. */
  async covered(...contributions: Partial<Parameters<typeof paid>[3]>[]): Promise<Member> {
    const one = newMember();
    await this.app.get(KeepCoverWhenMembershipChanged).handle(batchOf(registered(one)));
    const stated = contributions.map((more, index) => paid(one, '2024-11', index + 1, more));
    const months = [paid(one, '2024-09', 1), paid(one, '2024-10', 2), paid(one, '2024-11', 3)];
    const heard = stated.length > 0 ? stated : months;
    await this.app.get(KeepCoverWhenContributionPaid).handle(batchOf(...heard));
    return one;
  }
}
