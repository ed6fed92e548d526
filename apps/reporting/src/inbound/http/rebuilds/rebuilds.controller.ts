import {
  Allow,
  Batcher,
  CurrentActor,
  PageQuery,
  pageOf,
  placeAfter,
  Problem,
  query,
  uuid,
  type Actor,
  type Page,
} from '#libs/http';
import { Ids, type Outcome } from '#libs/kernel';
import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  Rebuilds,
  type Rebuild,
  type RebuildCommand,
  type RebuildWish,
} from '../../../use-cases/rebuild/rebuilds.js';
import { RebuildQuery } from './rebuild-query.js';
import { RebuildsView, RebuildView, rebuildView } from './rebuild-view.js';

const isNumber = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);

/** Figures anew from the log, beside the live ones, which go on meanwhile. */
@ApiTags('rebuilds')
@Allow('operator')
@Controller('v1/rebuilds')
export class RebuildsController {
  private readonly wished: Batcher<RebuildCommand, Outcome<Rebuild>>;

  constructor(
    private readonly rebuilds: Rebuilds,
    private readonly ids: Ids,
  ) {
    this.wished = new Batcher((batch) => rebuilds.change(batch));
  }

  /** Begins one; 409 `rebuild-under-way` while another one is. Old figures that were kept of an earlier one are given up. */
  @Post()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Rebuild the figures beside the live ones' })
  @ApiAcceptedResponse({ type: RebuildView })
  @ApiConflictResponse({ description: 'Figures are being rebuilt already.' })
  begin(
    @Query(query(RebuildQuery)) asked: RebuildQuery,
    @CurrentActor() { subject: askedBy }: Actor,
  ): Promise<RebuildView> {
    const messagesPerSecondMax = asked.messagesPerSecondMax ?? null;
    return this.after({ kind: 'begin', id: this.ids.next(), askedBy, messagesPerSecondMax });
  }

  /** Those there were, newest first. */
  @Get()
  @ApiOkResponse({ type: RebuildsView })
  async list(@Query(query(PageQuery)) { limit, after }: PageQuery): Promise<Page<RebuildView>> {
    const [before] = placeAfter(after, [isNumber]) ?? [];
    const rebuilds = await this.rebuilds.latest(limit + 1, before === undefined ? null : Number(before));
    return pageOf(rebuilds.map(rebuildView), limit, ({ number }) => [String(number)]);
  }

  /** How far it is, how the figures compare, and what can be wanted of it now. */
  @Get(':id')
  @ApiOkResponse({ type: RebuildView })
  async show(@Param('id', uuid) id: string): Promise<RebuildView> {
    const rebuild = await this.rebuilds.find(id);
    if (rebuild === null) throw Problem.notFound();
    return rebuildView(rebuild);
  }

  /** Puts the new figures in the place of the old ones, at the next moment; 409 `rebuild-not-ready` before they are compared. */
  @Post(':id/switch')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Let the new figures take the place of the old ones' })
  @ApiAcceptedResponse({ type: RebuildView })
  @ApiConflictResponse({ description: 'They are not compared yet, or the rebuild has ended.' })
  switch(@Param('id', uuid) id: string): Promise<RebuildView> {
    return this.wish('switch', id);
  }

  /** Before the switch: throws the new figures away. After it: gives up the old ones. 409 `rebuild-ended` otherwise. */
  @Post(':id/cancel')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Give the figures beside up' })
  @ApiAcceptedResponse({ type: RebuildView })
  @ApiConflictResponse({ description: 'There is nothing to give up.' })
  cancel(@Param('id', uuid) id: string): Promise<RebuildView> {
    return this.wish('cancel', id);
  }

  /** Puts the old figures back, with all that was told since; 409 `nothing-to-go-back-to` where none are kept. */
  @Post(':id/rollback')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Put the old figures back' })
  @ApiAcceptedResponse({ type: RebuildView })
  @ApiConflictResponse({ description: 'None are kept.' })
  rollback(@Param('id', uuid) id: string): Promise<RebuildView> {
    return this.wish('rollback', id);
  }

  private wish(kind: RebuildWish, id: string): Promise<RebuildView> {
    return this.after({ kind, id });
  }

  /** The rebuild after a command; one that changes nothing leaves it as it is. */
  private async after(command: RebuildCommand): Promise<RebuildView> {
    const outcome = await this.wished.submit(command);
    if (outcome.kind === 'happened') return rebuildView(outcome.events[0]);
    if (outcome.kind === 'ignored') return this.show(command.id);
    if (outcome.reason === 'not-found') throw Problem.notFound();
    throw Problem.untimely(outcome.reason);
  }
}
