import { isKnownOccupation, type Batch } from '#libs/kernel';
import { placeOn } from '../domain/region/region-change.js';
import { decideSignUp, registrationDay } from '../domain/sign-up/sign-up.decide.js';
import type { Regions } from './regions.js';
import type { DecideSignUpCommand, SignUpCommand, SignUpOutcome, SignUps } from './sign-ups.js';

/** A sign-up is answered once: a new membership, the one that the person already has, or a refusal with its reasons. */
export class RegisterMemberWhenSignedUp {
  constructor(
    private readonly signUps: SignUps,
    private readonly regions: Regions,
  ) {}

  handle(batch: Batch<SignUpCommand>): Promise<readonly SignUpOutcome[]> {
    return this.signUps.change(batch, this.decide);
  }

  /** All rules and the answer, and nothing stored. */
  tryOut(command: SignUpCommand): Promise<SignUpOutcome> {
    return this.signUps.preview(command, this.decide);
  }

  private readonly decide: DecideSignUpCommand = ({ data, skipsCovered }, given) => {
    const registeredOn = registrationDay(data.submittedAt, given.recordedAt);
    return decideSignUp({ form: data, skipsCovered, ...given }, given, {
      ...given,
      registeredOn,
      isOccupation: isKnownOccupation,
      isRegion: (code) => this.regions.has(code),
      placeOf: (code) => placeOn(code, registeredOn, given.regionChangeOf),
    });
  };
}
