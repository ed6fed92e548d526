import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ClientKafka } from '@nestjs/microservices';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, In } from 'typeorm';
import { OutboxMessage } from './tables.js';
import { OUT, publishAll } from './publish.js';

const TOGETHER = 100;
const IDLE_MS = 50;

/** Publishes what lies in the outbox: a hundred messages at a time, noted as sent when the broker has them. */
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
      if (messages.length === 0) {
        await sleep(IDLE_MS);
        continue;
      }
      await publishAll(
        this.out,
        messages.map(({ key, data }) => ({ key, value: JSON.stringify(data) })),
      );
      await outbox.update({ id: In(messages.map(({ id }) => id)) }, { isSent: true });
    }
  }
}
