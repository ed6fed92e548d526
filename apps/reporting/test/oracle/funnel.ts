import { addMonthsToDay } from '#libs/kernel';
import { residenceOn } from './oracle.js';
import type { Of, Told } from './told.js';

const good = (told: readonly Told[]): Of<'paid'>[] =>
  told
    .filter((each) => each.type === 'paid')
    .filter((paid) => !told.some((t) => t.type === 'reversed' && t.contributionId === paid.contributionId));

const isCovered = (told: readonly Told[], paid: readonly Of<'paid'>[], day: string): boolean =>
  paid.some(({ from, through }) => from <= day && day <= through) &&
  !told.some((each) => each.type === 'ended' && each.died && each.endedOn <= day);

/** The milestones of each membership as the definitions have them, read literally: slow, and obviously right. */
export const milestonesLiterally = (told: Told[]): readonly string[] =>
  told
    .filter((each) => each.type === 'registered')
    .flatMap((registered) => {
      const { membershipId, registeredOn, code, campaign } = registered;
      const all = good(told);
      const own = all.filter((paid) => paid.membershipId === membershipId);
      const event = own.filter((paid) => paid.event);
      const milestones = ['signed-up'];
      if (own.length > 0) milestones.push('first-paid');
      for (const months of [3, 6, 12])
        if (isCovered(told, own, addMonthsToDay(registeredOn, months))) milestones.push(`active-${months}`);
      if (event.length > 0) milestones.push('event-covered');
      const wentOn = event.some((one) =>
        all.some((paid) => !paid.event && paid.payer === 'self' && paid.through > one.through),
      );
      if (wentOn) milestones.push('went-on');
      const home = residenceOn(told, registeredOn);
      return milestones.map((milestone) => `${home} ${registeredOn} ${code} ${campaign} ${milestone}`);
    });
