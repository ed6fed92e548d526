import { Body, HttpCode, HttpStatus, Inject, Param, Post, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ParkedMessages,
  type DiscardAnswer,
  type NotDone,
  type ParkedCorrection,
  type ParkedSender,
  type RetryAnswer,
} from '#libs/kernel';
import { CurrentActor } from '../access/access.guard.js';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/rules.js';
import { pageOf, placeAfter, type Page, type PageQuery } from '../answers/paging.js';
import { Problem } from '../problems/problem.js';
import { body, fitting, type PathPipe } from '../validation/pipes.js';
import { ParkedMessageBody, ParkedSettledBody, type ParkedBody } from './parked.answers.js';
import { DiscardRequest, RetryRequest } from './parked.requests.js';

const ID = /^\d{1,18}$/;

/** `@Param('id', parkedId)`: what is no number is nothing that could be parked. */
const parkedId: PathPipe = {
  schema: fitting(ID).schema,
  transform: (id) => {
    if (typeof id !== 'string' || !ID.test(id)) throw Problem.notFound();
    return id;
  },
};

const problemOf = (reason: NotDone): Problem =>
  reason === 'not-found' ? Problem.notFound() : Problem.conflict(reason);

const settledBody = (id: string, answer: RetryAnswer | DiscardAnswer): ParkedSettledBody => {
  if (answer.kind === 'not-done') throw problemOf(answer.reason);
  const nothing = { reason: null, detail: null, followed: 0, stoppedAt: null };
  const { kind: status, ...particulars } = answer;
  return { id, ...nothing, status, ...particulars };
};

/** Null stands for absence, as in all bodies. */
const correctionOf = ({ key, headers, value }: RetryRequest): ParkedCorrection | undefined => {
  const isText = Object.values(headers ?? {}).every((text) => typeof text === 'string');
  if (!isText) throw Problem.malformed([{ path: 'headers', reason: 'malformed' }]);
  if (key == null && headers == null && value == null) return undefined;
  return { ...(key != null && { key }), ...(headers && { headers }), ...(value != null && { value }) };
};

/** Whose messages a sender may list: its own, if it has a name of this kind. */
const senderOf = (actor: Actor, kind: ParkedSender['kind']): ParkedSender => {
  const code = actor.roles.includes(kind) ? actor[kind] : null;
  if (code === null) throw Problem.forbidden('role-missing');
  return { kind, code };
};

/** What an operator can do about messages that were set aside. A service's controller adds who may list them. */
@ApiTags('parked')
@Allow('operator')
export abstract class ParkedOperations {
  constructor(@Inject(ParkedMessages) private readonly parked: ParkedMessages) {}

  /** A message with its contents, numbers of persons hidden behind placeholders. */
  @Get(':id')
  @Allow('operator')
  @ApiOperation({ summary: 'A parked message with its contents' })
  @ApiOkResponse({ type: ParkedMessageBody })
  async show(
    @Param('id', parkedId) id: string,
    @CurrentActor() { subject }: Actor,
  ): Promise<ParkedMessageBody> {
    const found = await this.parked.find(id, subject);
    if (found === null) throw Problem.notFound();
    return found;
  }

  /**
   * Puts the first message of its key through the service again, corrected or not, then those behind it.
   * 409 `behind-parked` for one that is not the first, `parked-settled` for one that does not wait any more.
   */
  @Post(':id/retry')
  @HttpCode(HttpStatus.OK)
  @Allow('operator')
  @ApiOperation({ summary: 'Try a parked message again' })
  @ApiOkResponse({ type: ParkedSettledBody })
  async retry(
    @Param('id', parkedId) id: string,
    @Body(body(RetryRequest)) request: RetryRequest,
    @CurrentActor() { subject }: Actor,
  ): Promise<ParkedSettledBody> {
    const wish = { by: subject, note: request.reason ?? null };
    return settledBody(id, await this.parked.retry(id, wish, correctionOf(request)));
  }

  /** Gives a message up, for a stated reason; those behind it go on. 409 `parked-settled` when it does not wait. */
  @Post(':id/discard')
  @HttpCode(HttpStatus.OK)
  @Allow('operator')
  @ApiOperation({ summary: 'Give a parked message up' })
  @ApiOkResponse({ type: ParkedSettledBody })
  async discard(
    @Param('id', parkedId) id: string,
    @Body(body(DiscardRequest)) { reason }: DiscardRequest,
    @CurrentActor() { subject }: Actor,
  ): Promise<ParkedSettledBody> {
    return settledBody(id, await this.parked.discard(id, { by: subject, note: reason }));
  }

  /** A page of what waits: of all for operators, of its own for a sender of the kind that this service hears. */
  protected async page(
    { limit, after, mine = false }: PageQuery & { readonly mine?: boolean },
    actor: Actor,
    kind: ParkedSender['kind'] | null,
  ): Promise<Page<ParkedBody>> {
    if (!mine && !actor.roles.includes('operator')) throw Problem.forbidden('role-missing');
    const place = placeAfter(after, [(text) => ID.test(text)]);
    const sender = mine && kind !== null ? senderOf(actor, kind) : undefined;
    const rows = await this.parked.list({ after: place?.[0] ?? null, limit: limit + 1 }, sender);
    return pageOf(rows, limit, ({ id }) => [id]);
  }
}
