import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where a request to the bank is. */
export const BANK_STAGES = [
  'told, and nothing done',
  'paid, and not answered',
  'answered that it is accepted',
  'asked, and not answered',
  'answered that it is paid',
] as const;
export type BankStage = (typeof BANK_STAGES)[number];

/** What the bank does with the first instruction of a transfer; later ones it treats well. */
export type BankMood = 'well' | 'loses it' | 'pays and is silent' | 'pays late and is silent' | 'is broken';

const LATE_MS = 700;

/**
 * A bank that pays whatever it is told, as often as it is told: it does not know of repeated instructions, so that a
 * second one would show in its books.
 */
export class BankSimulator {
  private readonly paid = new Map<string, { times: number; amount: number }>();
  private readonly told = new Map<string, number>();
  private readonly asked = new Map<string, number>();
  private readonly server: Server;
  /** Told of each stage of each request; the bank goes on when it resolves. */
  onStage: (stage: BankStage, disbursementId: string) => Promise<void> = async () => undefined;
  moodOf: (disbursementId: string) => BankMood = () => 'well';

  constructor() {
    this.server = createServer((request, response) => {
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** How often each transfer was paid. */
  timesPaid(disbursementId: string): number {
    return this.paid.get(disbursementId)?.times ?? 0;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') return this.answer(request.url!.split('/').at(-1)!, response);
    const { disbursementId, amount } = JSON.parse(await text(request)) as {
      disbursementId: string;
      amount: number;
    };
    return this.take(disbursementId, amount, response);
  }

  private async take(disbursementId: string, amount: number, response: ServerResponse): Promise<void> {
    const times = (this.told.get(disbursementId) ?? 0) + 1;
    this.told.set(disbursementId, times);
    const mood = times === 1 ? this.moodOf(disbursementId) : 'well';
    await this.onStage('told, and nothing done', disbursementId);
    if (mood === 'loses it' || response.destroyed) return;
    if (mood === 'pays late and is silent') await sleep(LATE_MS);
    this.paid.set(disbursementId, { times: this.timesPaid(disbursementId) + 1, amount });
    await this.onStage('paid, and not answered', disbursementId);
    if (mood === 'is broken') return void response.writeHead(503).end();
    if (mood !== 'well') return;
    response.writeHead(202).end(JSON.stringify({ status: 'accepted', bankReference: `B-${disbursementId}` }));
    await this.onStage('answered that it is accepted', disbursementId);
  }

  private async answer(disbursementId: string, response: ServerResponse): Promise<void> {
    const times = (this.asked.get(disbursementId) ?? 0) + 1;
    this.asked.set(disbursementId, times);
    await this.onStage('asked, and not answered', disbursementId);
    const known = this.paid.get(disbursementId);
    if (known === undefined) return void response.writeHead(404).end('{}');
    const paidAt = '2024-03-22T09:00:00+07:00';
    const body = { status: 'paid', amount: known.amount, paidAt };
    response.writeHead(200).end(JSON.stringify(body));
    await this.onStage('answered that it is paid', disbursementId);
  }
}
