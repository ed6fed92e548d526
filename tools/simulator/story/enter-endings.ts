import { endingsOf } from '../../sample/cases/claims.js';
import { ordinalOf } from '../../sample/messages/sign-up-message.js';
import type { Story } from '../../sample/story.js';
import { forEachAtOnce, type Api } from '../api.js';
import type { Memberships } from './enter-claims.js';

const AT_ONCE = 64;

/** Ends the memberships of those who died or took out their benefit; an end that is there already changes nothing. */
export const enterEndings = async (
  story: Story,
  enrollment: Api,
  results: Memberships,
  done: () => void,
): Promise<void> =>
  forEachAtOnce(endingsOf(story), AT_ONCE, async ({ person, endedOn, reason, recordedAt }) => {
    const membershipId = results.membershipOf(ordinalOf(person, 0));
    const path = `/v1/memberships/${membershipId}/end`;
    await enrollment.send({ method: 'POST', path, body: { endedOn, reason }, at: recordedAt });
    done();
  });
