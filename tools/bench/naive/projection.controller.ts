import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, KafkaContext, Payload } from '@nestjs/microservices';
import { DataSource, type EntityManager } from 'typeorm';
import { ContributionTold, MemberTold } from './messages.js';
import { Contribution, HandledEvent, Member, VillageFigure } from './tables.js';

const typeOf = (context: KafkaContext) => String(context.getMessage().headers?.['ce_type']);
const idOf = (context: KafkaContext) => String(context.getMessage().headers?.['ce_id']);

/** Adds to a village's figure, whose row may not be there yet. */
const count = async (
  manager: EntityManager,
  village: string,
  what: 'registered' | 'active',
  by: number,
): Promise<void> => {
  const { affected } = await manager.increment(VillageFigure, { village }, what, by);
  if (affected) return;
  await manager.createQueryBuilder().insert().into(VillageFigure).values({ village }).orIgnore().execute();
  await manager.increment(VillageFigure, { village }, what, by);
};

/** Counts persons by village, one event and one transaction at a time. */
@Controller()
export class ProjectionController {
  constructor(private readonly dataSource: DataSource) {}

  @EventPattern<string>('enrollment.members.v1')
  members(@Payload() told: MemberTold, @Ctx() context: KafkaContext): Promise<void> {
    return this.once(idOf(context), async (manager) => {
      if (typeOf(context).endsWith('member-registered.v1')) await this.register(manager, told);
      else await this.change(manager, told);
    });
  }

  @EventPattern<string>('contribution.contributions.v1')
  contributions(@Payload() told: ContributionTold, @Ctx() context: KafkaContext): Promise<void> {
    return this.once(idOf(context), async (manager) => {
      if (typeOf(context).endsWith('contribution-paid.v1')) await this.pay(manager, told);
      else await manager.delete(Contribution, { contributionId: told.contributionId });
    });
  }

  private once(id: string, work: (manager: EntityManager) => Promise<void>): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      if (await manager.existsBy(HandledEvent, { id })) return;
      await manager.insert(HandledEvent, { id });
      await work(manager);
    });
  }

  private async register(manager: EntityManager, told: MemberTold): Promise<void> {
    const { membershipId, personId, residence: village = 'unmapped', registeredOn = '' } = told;
    await manager.insert(Member, { membershipId, personId, village, registeredOn, endedOn: null });
    await count(manager, village, 'registered', 1);
  }

  private async change(manager: EntityManager, told: MemberTold): Promise<void> {
    const { membershipId, changes, endedOn } = told;
    const member = await manager.findOneBy(Member, { membershipId });
    if (member === null) return;
    if (endedOn !== undefined) {
      await manager.update(Member, { membershipId }, { endedOn });
      await count(manager, member.village, 'registered', -1);
    } else if (changes?.residence !== undefined) {
      await manager.update(Member, { membershipId }, { village: changes.residence });
    }
  }

  private async pay(manager: EntityManager, told: ContributionTold): Promise<void> {
    const { contributionId, membershipId, from = '', through = '', amount = 0 } = told;
    const isFirst = !(await manager.existsBy(Contribution, { membershipId }));
    await manager.insert(Contribution, { contributionId, membershipId, from, through, amount });
    if (!isFirst) return;
    const member = await manager.findOneBy(Member, { membershipId });
    await count(manager, member?.village ?? 'unmapped', 'active', 1);
  }
}
