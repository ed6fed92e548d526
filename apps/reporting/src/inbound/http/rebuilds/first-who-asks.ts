import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Courtesy } from '../../../use-cases/rebuild/courtesy.js';

/** Notes who asked something and was not sent all of the answer yet, so that a rebuild rests for so long. */
@Injectable()
export class FirstWhoAsks implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly courtesy: Courtesy,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance();
    fastify.addHook('onRequest', (_request, reply, done) => {
      reply.raw.once('close', this.courtesy.asks());
      done();
    });
  }
}
