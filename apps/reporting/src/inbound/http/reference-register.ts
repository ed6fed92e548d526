import {
  Batcher,
  PageQuery,
  pageOf,
  placeAfter,
  Problem,
  type Actor,
  type FastifyReply,
  type Page,
} from '#libs/http';
import { Clock } from '#libs/kernel';
import { Injectable } from '@nestjs/common';
import { LookUpReferences } from '../../use-cases/look-up-references.js';
import { RecordReferenceWhenStated } from '../../use-cases/record-reference-when-stated.js';
import type {
  KeptOf,
  ReferenceAnswer,
  ReferenceCommand,
  ReferenceKind,
} from '../../use-cases/reference-ledger.js';
import { isReferenceId, recorded } from './reference-answers.js';
import { versionView, type VersionOf } from './reference-views.js';

/** What is stated under an id. */
interface Stated<Kind extends ReferenceKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly content: KeptOf<Kind>['content'];
}

/** By whom something is stated, when by the story, and the reply to it. */
interface Statement {
  readonly actor: Actor;
  readonly statedAt: string | null;
  readonly reply: FastifyReply;
}

/** References of one kind or another over HTTP: how each is put on record, shown and listed. */
@Injectable()
export class ReferenceRegister {
  private readonly stated: Batcher<ReferenceCommand, ReferenceAnswer>;

  constructor(
    record: RecordReferenceWhenStated,
    private readonly lookUp: LookUpReferences,
    private readonly clock: Clock,
  ) {
    this.stated = new Batcher((batch) => record.handle(batch));
  }

  /** Puts it on record and answers the latest version: 201 where it is the first under its id, else 200. */
  async put<Kind extends ReferenceKind>(
    stated: Stated<Kind>,
    { actor, statedAt, reply }: Statement,
  ): Promise<VersionOf<Kind>> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { ...stated, reach: actor.regions, recordedAt } as ReferenceCommand;
    const { reference, isFirst } = recorded(await this.stated.submit(command));
    void reply.code(isFirst ? 201 : 200);
    return versionView(reference as KeptOf<Kind>);
  }

  /** One version, the latest unless said; 404 where there is none. */
  async one<Kind extends ReferenceKind>(
    kind: Kind,
    id: string,
    version: number | null = null,
  ): Promise<VersionOf<Kind>> {
    const reference = await this.lookUp.one(kind, id, version);
    if (reference === null) throw Problem.notFound();
    return versionView(reference);
  }

  /** A page of latest versions, ascending by id. */
  async list<Kind extends ReferenceKind>(
    kind: Kind,
    { limit, after: cursor }: PageQuery,
  ): Promise<Page<VersionOf<Kind>>> {
    const [after = null] = placeAfter(cursor, [isReferenceId]) ?? [];
    const references = await this.lookUp.list({ kind, limit: limit + 1, after });
    return pageOf(references.map(versionView<Kind>), limit, ({ id }) => [id]);
  }
}
