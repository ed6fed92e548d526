import { CurrentSender, type Sender } from '#libs/http';
import { Clock } from '#libs/kernel';
import { Injectable, type PipeTransform } from '@nestjs/common';
import type { ClaimCommand } from '../../use-cases/claims.js';

/** A step with a claim that is there: by whom, for which regions, when, and what its events inherit. */
export type Step = Omit<ClaimCommand, 'claimId'>;

@Injectable()
class StepOf implements PipeTransform<Sender, Step> {
  constructor(private readonly clock: Clock) {}

  transform({ actor, statedAt, cause }: Sender): Step {
    const { regions, subject: by } = actor;
    return { membershipId: null, regions, by, recordedAt: this.clock.recordedAt(statedAt), cause };
  }
}

/** `@CurrentStep() step: Step` in a controller behind a rule. */
export const CurrentStep = () => CurrentSender(StepOf);
