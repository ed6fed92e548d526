import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ClientKafka } from '@nestjs/microservices';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastValueFrom } from 'rxjs';
import { DataSource } from 'typeorm';
import { OutboxMessage } from './tables.js';
import { OUT } from './publish.js';

const TOGETHER = 100;
const IDLE_MS = 50;

/** Publishes what lies in the outbox: some messages at a time, each noted as sent when the broker has it. */
@Injectable()
export class NaiveRelay implements OnApplicationBootstrap {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(OUT) private readonly out: ClientKafka,
  ) {}

  onApplicationBootstrap(): void {
    void this.run();
  }

  private async run(): Promise<never> {
    await this.out.connect();
    const outbox = this.dataSource.getRepository(OutboxMessage);
    for (;;) {
      const messages = await outbox.find({ where: { isSent: false }, order: { id: 'ASC' }, take: TOGETHER });
      for (const { id, topic, key, data } of messages) {
        await lastValueFrom(this.out.emit(topic, { key, value: JSON.stringify(data) }));
        await outbox.update({ id }, { isSent: true });
      }
      if (messages.length === 0) await sleep(IDLE_MS);
    }
  }
}
