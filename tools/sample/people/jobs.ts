import type { ChannelKind } from '#libs/kernel';
import { Lots } from '../chance/chance.js';

/** A job of the self-employed: what it earns, and how such people usually join. */
export interface Job {
  /** Code of the project's own list of occupations. */
  readonly occupation: string;
  readonly medianIncomeRupiah: number;
  readonly channels: Lots<ChannelKind>;
}

const job = (
  occupation: string,
  medianIncomeRupiah: number,
  channels: Partial<Record<ChannelKind, number>>,
): Job => ({
  occupation,
  medianIncomeRupiah,
  channels: new Lots(Object.entries(channels) as [ChannelKind, number][]),
});

/** Jobs by how many of Solo's self-employed members have them. */
export const JOBS = new Lots<Job>([
  [job('street-trader', 1_250_000, { association: 5, market: 2, agent: 2, kiosk: 1, village: 1 }), 19],
  [job('market-trader', 1_900_000, { market: 6, association: 3, kiosk: 2, bank: 1 }), 15],
  [job('online-ojek-driver', 1_850_000, { aggregator: 8, app: 2 }), 10],
  [job('ojek-driver', 1_500_000, { association: 3, agent: 2, kiosk: 1 }), 4],
  [job('food-stall-keeper', 1_700_000, { agent: 3, village: 3, aggregator: 2, bank: 1, app: 1 }), 9],
  [job('parking-attendant', 1_300_000, { association: 5, branch: 2, village: 1 }), 6],
  [job('builder', 2_100_000, { agent: 4, branch: 2, village: 2 }), 8],
  [job('day-labourer', 1_200_000, { village: 4, agent: 3, kiosk: 1 }), 5],
  [job('becak-driver', 1_100_000, { association: 4, village: 2 }), 2],
  [job('batik-maker', 1_600_000, { association: 4, agent: 2, bank: 1 }), 5],
  [job('tailor', 1_500_000, { agent: 3, web: 1, app: 1, village: 1 }), 4],
  [job('domestic-worker', 1_100_000, { village: 4, agent: 2 }), 4],
  [job('mechanic', 2_200_000, { branch: 2, bank: 2, agent: 2, app: 1 }), 3],
  [job('hairdresser', 1_700_000, { app: 3, web: 2, agent: 1 }), 2],
  [job('programmer', 3_200_000, { app: 5, web: 4 }), 3],
  [job('musician', 2_000_000, { app: 2, association: 2, web: 1 }), 1],
  [job('athlete', 1_900_000, { association: 3, event: 2 }), 1],
  [job('farmer', 1_150_000, { village: 5, kiosk: 1 }), 1],
  [job('fisher', 1_200_000, { association: 3, village: 2 }), 0.5],
]);

/** Jobs of the four kabupaten around the city. */
export const RURAL_JOBS = new Lots<Job>([
  [job('farmer', 1_150_000, { village: 6, agent: 2, kiosk: 1 }), 10],
  [job('fisher', 1_200_000, { association: 4, village: 2 }), 3],
  [job('livestock-farmer', 1_300_000, { village: 4, agent: 1 }), 3],
  [job('street-trader', 1_200_000, { association: 2, market: 3, agent: 2 }), 5],
  [job('market-trader', 1_700_000, { market: 5, kiosk: 2 }), 5],
  [job('builder', 2_000_000, { agent: 3, branch: 1, village: 2 }), 6],
  [job('ojek-driver', 1_600_000, { aggregator: 6, app: 2 }), 4],
]);

/** Those for whom the city or a sponsor pays: the lowest bracket is theirs. */
export const SPONSORED_JOBS = new Lots<Job>([
  [job('sanitation-worker', 1_050_000, { government: 1 }), 18],
  [job('supeltas', 1_000_000, { government: 2, sponsor: 1 }), 8],
  [job('neighbourhood-head', 1_000_000, { village: 2, government: 1 }), 30],
  [job('health-cadre', 1_000_000, { village: 1, government: 1 }), 20],
  [job('religious-worker', 1_000_000, { government: 1, sponsor: 2 }), 10],
  [job('street-trader', 1_050_000, { sponsor: 2, government: 1 }), 8],
  [job('satlinmas', 1_000_000, { government: 1 }), 12],
  [job('disaster-volunteer', 1_000_000, { government: 1 }), 3],
  [job('day-labourer', 1_000_000, { sponsor: 1, village: 1 }), 3],
]);

/** What wage earners do, with a usual wage. */
export const TRADES = new Lots<readonly [occupation: string, medianWageRupiah: number]>([
  [['weaver', 2_500_000], 14],
  [['batik-maker', 2_300_000], 9],
  [['furniture-maker', 2_500_000], 8],
  [['food-home-producer', 2_300_000], 10],
  [['shopkeeper', 2_300_000], 18],
  [['caterer', 2_400_000], 8],
  [['loader', 2_300_000], 6],
  [['caretaker', 2_300_000], 5],
  [['security-guard', 2_400_000], 6],
  [['truck-driver', 2_800_000], 6],
  [['accountant', 3_800_000], 7],
  [['nurse', 3_600_000], 6],
  [['honorary-teacher', 2_400_000], 5],
]);
