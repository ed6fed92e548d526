import { setTimeout as sleep } from 'node:timers/promises';
import { membersTopic, paymentIdentitiesTopic } from '#libs/contracts';
import { MachineClock } from '#libs/kernel';
import { paymentMessage } from '../inputs/payments.js';
import { DISTRICT, villageOf } from '../inputs/places.js';
import type { Dates } from '../inputs/sign-ups.js';
import { latenciesOf, type Glance } from '../outside/viewing.js';
import { ViewerProcess } from '../outside/viewer-process.js';
import { quantile } from '../report/statistics.js';
import { nowMs } from '../rig/machine-clock.js';
import { onRig, type Rig } from '../rig/rig.js';
import { ofEach, untilTaken, type AllServices } from './all-services.js';
import { Meter } from './cost.js';
import { registerPeople } from './people.js';
import { counted } from './proofs.js';
import type { Measurement } from './wish.js';

const PER_SECOND = 1_000;
const SECONDS = 300;
const WARM_SECONDS = 10;
const TICK_MS = 5;
const LATE_MS = 30_000;
const COUNTRY = 'ID';
const ACCEPTED = `select count(*)::integer as count from payment_line where status = 'accepted'`;

/** From the first of this month on, by the machine's clock: what is paid for today is active today. */
const datesNow = (): Dates & { readonly months: readonly string[] } => {
  const month = new MachineClock().today().slice(0, 7);
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { submittedAt: new Date().toISOString(), startsOn: `${month}-01`, months: [month, next] };
};

/** The whole system, which knows so many people and none of their payments; and their payment codes. */
const prepare = async (rig: Rig, seed: number, persons: number, dates: Dates) => {
  const codes = await registerPeople(rig, { seed, persons, database: 'enrollment', dates });
  const services: AllServices = await ofEach(async (service) => {
    if (service !== 'enrollment') await rig.databases.create(service);
    return rig.start(service, rig.databases.urlOf(service));
  });
  const members = [membersTopic.name];
  await untilTaken(rig, {
    contribution: [...members, paymentIdentitiesTopic.name],
    claims: members,
    reporting: members,
  });
  for (const { ready } of Object.values(services)) await ready;
  await rig.quiet();
  return { codes, services };
};

/** When each payment was due to be sent: of each village, and of the country. */
class Sendings {
  private readonly ofRegions = new Map<string, number[]>();

  note(village: string, atMs: number): void {
    for (const region of [village, COUNTRY]) {
      const sent = this.ofRegions.get(region) ?? [];
      sent.push(atMs);
      this.ofRegions.set(region, sent);
    }
  }

  /** How long until the figures of these regions showed what was sent from `fromMs` on. */
  seenIn(isWanted: (region: string) => boolean, glances: readonly Glance[], fromMs: number) {
    const seen = [...this.ofRegions]
      .filter(([region]) => isWanted(region))
      .map(([region, sent]) => {
        const warming = sent.filter((atMs) => atMs < fromMs).length;
        const { latenciesMs, unseen } = latenciesOf(
          sent,
          glances.filter((glance) => glance.region === region),
        );
        return { latenciesMs: latenciesMs.slice(warming), unseen };
      });
    return {
      latenciesMs: seen.flatMap(({ latenciesMs }) => latenciesMs),
      unseen: seen.reduce((sum, { unseen }) => sum + unseen, 0),
    };
  }
}

/** Open loop: each payment is sent when it is due, whatever became of those before. */
const sendAtRate = async (
  rig: Rig,
  seed: number,
  codes: readonly string[],
  months: readonly string[],
): Promise<{ sendings: Sendings; beganMs: number }> => {
  const producer = await rig.client.producer();
  const sendings = new Sendings();
  const sent: Promise<void>[] = [];
  const beganMs = nowMs();
  const dueMsOf = (person: number) => beganMs + (person * 1_000) / PER_SECOND;
  const settledAt = new Date().toISOString();
  for (let person = 0; person < codes.length; await sleep(TICK_MS)) {
    const batch = [];
    for (; person < codes.length && dueMsOf(person) <= nowMs(); person += 1) {
      sendings.note(villageOf(seed, person), dueMsOf(person));
      batch.push(paymentMessage(seed, { person, paymentCode: codes[person]!, months, settledAt }));
    }
    if (batch.length > 0) sent.push(producer.send(batch));
  }
  await Promise.all(sent);
  await producer.close();
  return { sendings, beganMs };
};

/** How long after a gateway has sent a payment somebody who looks on is shown a figure with it. */
export const showAPaymentToAViewer: Measurement = ({ seed, seconds = SECONDS, say }) =>
  onRig(say, async (rig) => {
    const { months, ...dates } = datesNow();
    const persons = PER_SECOND * (seconds + WARM_SECONDS);
    const { codes, services } = await prepare(rig, seed, persons, dates);
    say(`${persons} people are registered; payments begin, ${PER_SECOND} a second`);
    const token = await rig.issuer.token({ role: 'analyst' });
    const stream = (question: string) => `${services.reporting.url}/v1/stream?${question}`;
    const streams = [stream(`region=${DISTRICT}&by=region`), stream(`region=${COUNTRY}`)];
    const viewer = await ViewerProcess.start(rig, { streams, token });
    const meters = await ofEach(async (service) => new Meter(rig, service, services[service].pid));
    for (const meter of Object.values(meters)) meter.begin();
    const { sendings, beganMs } = await sendAtRate(rig, seed, codes, months);
    await viewer.until(({ region, persons: shown }) => region === COUNTRY && shown >= persons, LATE_MS);
    const costs = Object.values(meters).map((meter) => meter.end(persons));
    const fromMs = beganMs + WARM_SECONDS * 1_000;
    const inVillages = sendings.seenIn((region) => region.startsWith(DISTRICT), viewer.glances, fromMs);
    const inCountry = sendings.seenIn((region) => region === COUNTRY, viewer.glances, fromMs);
    const { count } = await rig.databases.one<{ count: number }>('contribution', ACCEPTED);
    const ms = (share: number) => Math.round(quantile(share, inCountry.latenciesMs));
    return {
      name: 'latency',
      conditions: [
        `Payments over Kafka, one each for ${persons} memberships in 500 villages, ${PER_SECOND} a second in an open loop for ${seconds} s after ${WARM_SECONDS} s of warming up, through all four services.`,
        `From the instant at which the gateway was to send, until a process outside is shown the figure over \`GET /v1/stream\`: ${inVillages.latenciesMs.length} payments in the villages of one district, where each can be told from the next.`,
        `In the figure of the whole country, the k-th payment against the first figure of at least k: median ${ms(0.5)} ms, p99 ${ms(0.99)} ms. The naive way has no stream of figures to watch: nothing is compared.`,
      ],
      figures: {
        'latency.p50': [quantile(0.5, inVillages.latenciesMs)],
        'latency.p99': [quantile(0.99, inVillages.latenciesMs)],
        'latency.worst': [quantile(1, inVillages.latenciesMs)],
      },
      proofs: [
        counted('payments accepted', persons, count),
        counted('payments that the figure of the country did not show', 0, inCountry.unseen),
        counted('payments that the figures of villages did not show', 0, inVillages.unseen),
        counted('persons active in the country at the end', persons, viewer.last(COUNTRY)),
      ],
      costs,
    };
  });
