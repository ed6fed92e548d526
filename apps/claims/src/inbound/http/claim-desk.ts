import { Batcher } from '#libs/http';
import type { Batch } from '#libs/kernel';
import type { Claim, ClaimAnswer, ClaimCommand } from '../../use-cases/claims.js';
import { answered } from './answered.js';
import { claimView, type ClaimView } from './claim-view.js';

/** Hands commands to a use case, those of one moment together, and shows the claim as it stands behind them. */
export class ClaimDesk<Command extends ClaimCommand> {
  private readonly batcher: Batcher<Command, ClaimAnswer>;

  constructor(useCase: { handle(batch: Batch<Command>): Promise<readonly ClaimAnswer[]> }) {
    this.batcher = new Batcher((batch) => useCase.handle(batch));
  }

  /** The claim, and whether the command changed it. Throws the problem of a refusal. */
  async take(command: Command): Promise<{ readonly claim: Claim; readonly isNew: boolean }> {
    return answered(await this.batcher.submit(command));
  }

  async show(command: Command): Promise<ClaimView> {
    return claimView((await this.take(command)).claim);
  }
}
