import { createHttpApp, listen } from '#libs/http';
import { collectGarbage } from '#libs/kernel';
import { KafkaTransport } from '#libs/messaging';
import { config } from './config.js';
import { contributionModule, PAYMENT_BYTES_MAX } from './contribution.module.js';

const settings = config();
const app = await createHttpApp(contributionModule(settings), {
  title: 'Cakupan contribution',
  description: 'Bills, payments and the ledger: what was paid, for which months, and what is owed to whom.',
  bodyMaxBytes: PAYMENT_BYTES_MAX,
  // banks sign instead of carrying a token, and all that is theirs comes from a few addresses
  limits: { perActor: 200_000, perAddress: 50_000 },
});
app.connectMicroservice({ strategy: app.get(KafkaTransport) });
await app.startAllMicroservices();
collectGarbage();
await listen(app, settings);
