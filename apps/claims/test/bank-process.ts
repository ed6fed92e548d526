import { setTimeout as sleep } from 'node:timers/promises';
import { MachineClock, UuidV7Ids } from '#libs/kernel';
import { EventLog, WritePath } from '#libs/messaging';
import { openDatabase } from '#libs/persistence';
import { HttpBank } from '../src/outbound/bank/http-bank.js';
import { PostgresClaims } from '../src/outbound/persistence/postgres-claims.js';
import { PayBenefitsThroughBank } from '../src/use-cases/pay-benefits-through-bank.js';

/** Pays through the bank in a process of its own, until it is ended: given the database's address and the bank's. */
const [, , databaseUrl, bankUrl] = process.argv;
const TIMEOUT_MS = 300;
/** Longer than the simulated bank is late, also on a machine that is busy with other tests. */
const PATIENCE = { askAfterMs: 200, lostAfterMs: 15_000 };
const PAUSE_MS = 20;

const database = await openDatabase({ url: databaseUrl!, migrations: [] });
const ids = new UuidV7Ids();
const writes = new WritePath(database, { wake: () => undefined });
const claims = new PostgresClaims(database, writes, new EventLog(), ids);
const bank = new HttpBank(bankUrl!, TIMEOUT_MS);
const pay = new PayBenefitsThroughBank(claims, bank, new MachineClock(), ids, PATIENCE);
for (;;) if ((await pay.round()) === 0) await sleep(PAUSE_MS);
