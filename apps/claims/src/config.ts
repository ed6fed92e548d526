import { serviceSettings, type ServiceSettings } from '#libs/kernel';

const PORT_DEFAULT = 4303;

/** The configuration of this process; see `ServiceSettings` for the variables. */
export const config = (): ServiceSettings => serviceSettings(process.env, 'claims', PORT_DEFAULT);
