import { fileURLToPath } from 'node:url';
import { serviceSettings, type ServiceSettings } from '#libs/kernel';

const PORT_DEFAULT = 4300;

/** What reporting needs to know. */
export interface ReportingSettings extends ServiceSettings {
  /** Where the built dashboard lies. */
  readonly dashboardFolder: string;
}

/** The page is built beside the services: `dist/apps/dashboard`. */
const DASHBOARD = fileURLToPath(new URL('../../dashboard', import.meta.url));

/** The configuration of this process; see `ServiceSettings` for the variables. */
export const config = (): ReportingSettings => ({
  ...serviceSettings(process.env, 'reporting', PORT_DEFAULT),
  dashboardFolder: DASHBOARD,
});
