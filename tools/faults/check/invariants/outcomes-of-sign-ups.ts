import type { Ledger } from '../../load/ledger.js';
import { inputOfSignUp } from '../../load/plan/inputs.js';
import { BLOCK, inputAt, slotOf } from '../../load/plan/place.js';
import { basisRupiahOf, WAGE_RUPIAH } from '../../load/plan/prices.js';
import { signUpForm } from '../../load/plan/sign-ups.js';
import { SLOTS, type SignUpSlot } from '../../load/plan/slots.js';
import type { Findings } from '../findings.js';
import type { Session } from '../gather/session.js';
import type { IdIndex } from './id-index.js';

const EVENTS = `
  select type, data from event
   where topic = 'enrollment.sign-up-results.v1' or type = 'id.cakupan.enrollment.member-registered.v1'`;

type Data = Readonly<Record<string, unknown>>;

/** What became of the sign-ups, by input. */
class SignUpOutcomes {
  readonly accepted: Uint8Array;
  readonly refused: Uint8Array;
  readonly registered: Uint8Array;

  constructor(
    private readonly ledger: Ledger,
    private readonly findings: Findings,
    /** Which input a membership comes from. */
    private readonly memberships: IdIndex,
  ) {
    this.accepted = new Uint8Array(ledger.count);
    this.refused = new Uint8Array(ledger.count);
    this.registered = new Uint8Array(ledger.count);
  }

  take(type: string, data: Data): void {
    const n = inputOfSignUp(this.ledger.seed, String(data['signUpId']));
    if (n === null || n >= this.ledger.count) {
      this.findings.violated(`${type} tells of sign-up ${String(data['signUpId'])}, which nobody sent`);
      return;
    }
    if (type.includes('sign-up-accepted')) this.accepted[n]! += 1;
    else if (type.includes('sign-up-refused')) this.takeRefusal(n, data['reasons'] as string[]);
    else this.takeRegistration(n, data);
  }

  private takeRefusal(n: number, reasons: readonly string[]): void {
    this.refused[n]! += 1;
    const slot = slotOf(n) as SignUpSlot;
    const isRight = slot.flaw === null ? reasons.includes('sign-up-id-reused') : reasons.includes(slot.flaw);
    if (!isRight) this.findings.violated(`sign-up ${n} was refused for ${reasons.join()}`);
  }

  private takeRegistration(n: number, data: Data): void {
    this.registered[n]! += 1;
    this.memberships.set(String(data['membershipId']), n);
    const expected = registrationOf(this.ledger.seed, n);
    for (const [field, value] of Object.entries(expected))
      if (JSON.stringify(data[field]) !== JSON.stringify(value))
        this.findings.violated(
          `sign-up ${n}: the membership has ${field} ${JSON.stringify(data[field])} instead of ${JSON.stringify(value)}`,
        );
  }
}

/** What the registration must say, as the sign-up said it. */
const registrationOf = (seed: number, n: number): Data => {
  const form = signUpForm(seed, n, slotOf(n) as SignUpSlot);
  const { segment, programmes, occupations, residence, channel, payer, employer, startsOn, declaredIncome } =
    form;
  return {
    segment,
    programmes,
    basis: declaredIncome === WAGE_RUPIAH ? WAGE_RUPIAH : basisRupiahOf(declaredIncome),
    occupations,
    sex: form.person.sex,
    birthYear: Number(form.person.birthDate.slice(0, 4)),
    residence,
    channel: { kind: channel.kind, code: channel.code, campaign: channel.campaign },
    payer,
    employer: employer?.code ?? null,
    eventCover: form.eventCover,
    registeredOn: form.submittedAt.slice(0, 10),
    startsOn,
  };
};

const REUSES: ReadonlyMap<number, number> = new Map(
  SLOTS.flatMap((slot, place) => (slot.act === 'reuse' ? [[slot.of, place] as const] : [])),
);

/** How often other content under the id of an input was acknowledged, or at least sent. */
export const reuses = (ledger: Ledger, n: number): { least: number; most: number } => {
  const place = REUSES.get(n % BLOCK);
  if (place === undefined) return { least: 0, most: 0 };
  const state = ledger.stateOf(inputAt(n, place));
  return { least: state === 'acknowledged' || state === 'refused' ? 1 : 0, most: state === 'unsent' ? 0 : 1 };
};

/** The other slot of the block in which the same person signs up in the same way; itself where there is none. */
const partnerOf = (n: number): number => {
  const slot = slotOf(n) as SignUpSlot;
  const place = SLOTS.findIndex(
    (other, at) =>
      at !== n % BLOCK && other.act === 'sign-up' && other.member === slot.member && other.as === slot.as,
  );
  return place === -1 ? n : inputAt(n, place);
};

const PARTNERS: readonly number[] = SLOTS.map((slot, place) =>
  slot.act === 'sign-up' ? partnerOf(place) : place,
);

const isWithin = (count: number, least: number, most: number) => least <= count && count <= most;

/** Looks at one sign-up: how often it was accepted, refused and registered. */
const judge = (outcomes: SignUpOutcomes, ledger: Ledger, findings: Findings, n: number): void => {
  const slot = slotOf(n) as SignUpSlot;
  const state = ledger.stateOf(n);
  const most = state === 'unsent' ? 0 : 1;
  const least = state === 'acknowledged' || state === 'refused' ? 1 : 0;
  const again = reuses(ledger, n);
  const [accepted, refused, registered] = [
    outcomes.accepted[n]!,
    outcomes.refused[n]!,
    outcomes.registered[n]!,
  ];
  const said = `sign-up ${n} (${state}) was accepted ${accepted}, refused ${refused}, registered ${registered} times`;
  if (slot.isBehind) return findings.expect(accepted + refused + registered === 0, () => said);
  if (slot.flaw !== null)
    return findings.expect(accepted + registered === 0 && isWithin(refused, least, most), () => said);
  const partner = inputAt(n, PARTNERS[n % BLOCK]!);
  const together = partner === n ? registered : registered + outcomes.registered[partner]!;
  findings.expect(
    isWithin(accepted, least, most) &&
      isWithin(refused, again.least, again.most) &&
      isWithin(together, least, 1) &&
      registered <= accepted,
    () => said,
  );
};

/** Every sign-up has its one result, and the membership that it asked for; answers which membership is whose. */
export const outcomesOfSignUps = async (
  { enrollment, ledger, findings }: { enrollment: Session; ledger: Ledger; findings: Findings },
  memberships: IdIndex,
): Promise<void> => {
  const outcomes = new SignUpOutcomes(ledger, findings, memberships);
  await enrollment.each<{ type: string; data: string }>(EVENTS, ({ type, data }) =>
    outcomes.take(type, JSON.parse(data) as Data),
  );
  for (let n = 0; n < ledger.count; n += 1)
    if (slotOf(n).act === 'sign-up') judge(outcomes, ledger, findings, n);
};
