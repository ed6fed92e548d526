import type { KafkaClient } from '#libs/messaging';
import { endingsOf } from '../../sample/cases/claims.js';
import { ordinalOf } from '../../sample/messages/sign-up-message.js';
import type { Story } from '../../sample/story.js';
import { timetableOf } from '../../sample/timetable.js';
import type { Api } from '../api.js';
import { expectedInputs } from '../expected.js';
import { showProgress, type Say } from '../progress.js';
import { ResultReader } from '../results/result-reader.js';
import { sendPlan, USUAL_LIMITS } from '../sending/send-plan.js';
import { countClaims, enterClaims } from './enter-claims.js';
import { enterEndings } from './enter-endings.js';
import { putReferences, putRegisters } from './put-references.js';

/** Where a story is told, and whom to tell how far it is. */
export interface Telling {
  readonly story: Story;
  readonly kafka: KafkaClient;
  /** With a planner's token. */
  readonly reporting: Api;
  /** With an officer's token. */
  readonly enrollment: Api;
  /** With an adjuster's token. */
  readonly claims: Api;
  /** A payment to leave out, `gateway/paymentId`. */
  readonly without: string | null;
  readonly say: Say;
}

/** Memberships that are claimed on or ended later: those of persons with a case. */
const withCases = (story: Story): ReadonlySet<number> => {
  const injured = story.cohorts.find(({ name }) => name === 'injured')!;
  const persons = [...endingsOf(story)].map(({ person }) => person);
  for (let rank = 0; rank < injured.count; rank += 1) persons.push(injured.first + rank);
  return new Set(persons.map((person) => ordinalOf(person, 0)));
};

const sendMessages = async ({ story, kafka, without }: Telling, results: ResultReader): Promise<void> => {
  const timetable = timetableOf(story);
  const all = timetable.signUps.length + timetable.payments;
  const progress = showProgress(() => {
    const { signUps, payments } = results;
    const [members, money] = [
      signUps.inputs - signUps.counts.unanswered,
      payments.inputs - payments.counts.unanswered,
    ];
    return { done: members + money, all, text: `(${members} sign-ups, ${money} payments answered)` };
  });
  try {
    await sendPlan({
      plan: story,
      timetable,
      kafka,
      results,
      ratePerSecond: null,
      without,
      limits: USUAL_LIMITS,
    });
  } finally {
    progress.stop();
  }
};

const doCounted = async (
  all: number,
  text: string,
  work: (done: () => void) => Promise<void>,
): Promise<void> => {
  let done = 0;
  const progress = showProgress(() => ({ done, all, text }));
  try {
    await work(() => (done += 1));
  } finally {
    progress.stop();
  }
};

/** The answers that came, beside those that the story must lead to. */
const differences = ({ story, without }: Telling, { signUps, payments }: ResultReader): string[] => {
  const expected = expectedInputs(story);
  const [signedUp, paid] = [signUps.counts, payments.counts];
  const compared: readonly (readonly [string, number, number])[] = [
    ['sign-ups registered', signedUp.registered, expected.signUps.registered],
    ['sign-ups of members', signedUp['already-member'], expected.signUps.alreadyMember],
    ['sign-ups refused', signedUp.refused, expected.signUps.refused],
    ['payments accepted', paid.accepted, expected.payments.accepted - (without === null ? 0 : 1)],
    ['payments refused', paid.refused, expected.payments.refused],
    ['payments unmatched', paid.unmatched, expected.payments.unmatched],
  ];
  return compared
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([what, ours, theirs]) => `${what}: ${ours}, and the story has ${theirs}`);
};

/**
 * Tells the Solo story to a running system: references first, then sign-ups and payments in story order, then the
 * memberships that end and the claims. Told again it sends nothing new; told after an interruption it goes on.
 */
export const loadStory = async (telling: Telling): Promise<void> => {
  const { story, kafka, say } = telling;
  say('the people of this story are invented; its totals are not: they are those that newspapers printed');
  say(`${await putReferences(telling.reporting)} denominators, targets and other references are on record`);
  say(`${await putRegisters(story, telling.enrollment)} channels, employers and sponsors are registered`);
  const kept = withCases(story);
  const results = new ResultReader(story.seed, (ordinal) => kept.has(ordinal));
  await results.open(kafka);
  await sendMessages(telling, results);
  const endings = [...endingsOf(story)].length;
  await doCounted(endings, 'memberships ended', (done) =>
    enterEndings(story, telling.enrollment, results, done),
  );
  await doCounted(countClaims(story), 'claims paid', (done) =>
    enterClaims(story, telling.claims, results, done),
  );
  await results.close();
  for (const line of differences(telling, results)) say(`not as told: ${line}`);
};
