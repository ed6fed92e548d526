import { createHttpApp, listen } from '#libs/http';
import { collectGarbage } from '#libs/kernel';
import { KafkaTransport } from '#libs/messaging';
import { config } from './config.js';
import { serveDashboard } from './inbound/http/serve-dashboard.js';
import { reportingModule } from './reporting.module.js';

const settings = config();
const app = await createHttpApp(reportingModule(settings), {
  title: 'Cakupan reporting',
  description:
    'Coverage of regions as of any day, as known on any day; denominators, targets, areas and benefits.',
});
await serveDashboard(app, settings.dashboardFolder);
app.connectMicroservice({ strategy: app.get(KafkaTransport) });
await app.startAllMicroservices();
collectGarbage();
await listen(app, settings);
