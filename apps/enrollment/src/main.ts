import 'reflect-metadata';
import { createHttpApp, listen } from '#libs/http';
import { collectGarbage } from '#libs/kernel';
import { KafkaTransport } from '#libs/messaging';
import { config } from './config.js';
import { enrollment } from './enrollment.module.js';

const settings = config();
const app = await createHttpApp(enrollment(settings), {
  title: 'Cakupan enrollment',
  description:
    'Persons, memberships, channels and sponsors: who signed up, through which channel, on which terms.',
});
app.connectMicroservice({ strategy: app.get(KafkaTransport) });
await app.startAllMicroservices();
collectGarbage();
await listen(app, settings);
