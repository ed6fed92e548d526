import { createHttpApp, listen } from '#libs/http';
import { collectGarbage } from '#libs/kernel';
import { KafkaTransport } from '#libs/messaging';
import { claimsModule } from './claims.module.js';
import { config } from './config.js';

const settings = config();
const app = await createHttpApp(claimsModule(settings), {
  title: 'Cakupan claims',
  description: 'Claims, their decisions and disbursements, held against the cover on the day of the event.',
});
app.connectMicroservice({ strategy: app.get(KafkaTransport) });
await app.startAllMicroservices();
collectGarbage();
await listen(app, settings);
