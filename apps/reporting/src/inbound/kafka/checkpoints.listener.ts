import { claimsCheckpointed, contributionsCheckpointed, membersCheckpointed } from '#libs/contracts';
import type { Batch } from '#libs/kernel';
import { On } from '#libs/messaging';
import { Controller } from '@nestjs/common';
import { NoteWhatOwnersSay, type CheckpointMessage } from '../../use-cases/note-what-owners-say.js';

/** What the services say of their own logs. */
@Controller()
export class CheckpointsListener {
  constructor(private readonly note: NoteWhatOwnersSay) {}

  @On(membersCheckpointed)
  ofMembers(batch: Batch<CheckpointMessage>) {
    return this.note.handle(batch);
  }

  @On(contributionsCheckpointed)
  ofContributions(batch: Batch<CheckpointMessage>) {
    return this.note.handle(batch);
  }

  @On(claimsCheckpointed)
  ofClaims(batch: Batch<CheckpointMessage>) {
    return this.note.handle(batch);
  }
}
