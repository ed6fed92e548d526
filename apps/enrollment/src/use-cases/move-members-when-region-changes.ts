import { plainBatch, type Ids } from '#libs/kernel';
import { decideRegionChange, type RegionChange } from '../domain/region/region-change.js';
import type { ChangeMembership } from './change-membership.js';
import type { MembershipCommand } from './memberships.js';
import type { Concerned, RegionChangeCommand, RegionChanges } from './region-changes.js';
import type { Regions } from './regions.js';

/** As many as one transaction moves. */
const BATCH_MAX = 1_000;

/** A region was split, merged or renumbered, or an unknown code is understood: those who live there are moved. */
export class MoveMembersWhenRegionChanges {
  constructor(
    private readonly changes: RegionChanges,
    private readonly regions: Regions,
    private readonly changeMembership: ChangeMembership,
    private readonly ids: Ids,
  ) {}

  /** Records what a code became. Who lives there is moved by `handle`. */
  record(command: RegionChangeCommand) {
    return this.changes.record(command, (changeOf) =>
      decideRegionChange(command.change, { isRegion: (code) => this.regions.has(code), changeOf }),
    );
  }

  /** What codes became, as far as it is recorded. */
  all(): Promise<readonly RegionChange[]> {
    return this.changes.all();
  }

  /** Moves all who live under a code that became another one. Answers how many changes there were. */
  async handle(): Promise<number> {
    if ((await this.changes.all()).length === 0) return 0;
    for (let moved = 0; ;) {
      const inPass = await this.pass();
      if (inPass === 0) return moved; // where one code became another that changed too, the next pass moves on
      moved += inPass;
    }
  }

  private async pass(): Promise<number> {
    let moved = 0;
    for (let after: Concerned | null = null; ;) {
      const concerned = await this.changes.concerned(after, BATCH_MAX);
      const outcomes = await this.changeMembership.handle(
        plainBatch(concerned.map((one) => this.commandFor(one))),
      );
      moved += outcomes.filter(({ kind }) => kind === 'happened').length;
      if (concerned.length < BATCH_MAX) return moved;
      after = concerned.at(-1)!;
    }
  }

  private commandFor({ membershipId, change }: Concerned): MembershipCommand {
    const eventId = this.ids.next();
    const { recordedAt, ...region } = change;
    const asks = { kind: 'map', region } as const;
    return { membershipId, recordedAt, eventId, correlationId: eventId, traceparent: null, asks };
  }
}
