import { fromEnvironment } from './infrastructure/from-environment.js';
import { SERVICES, type Infrastructure } from './infrastructure/infrastructure.js';
import { startInfrastructure } from './infrastructure/start-infrastructure.js';
import { localIssuer, LOCAL_ISSUER } from './local-issuer.js';
import { openSite } from './open-site.js';
import { untilAsked } from './processes/until-asked.js';
import type { Site } from './site.js';
import { addressesAnswer } from './start/addresses-answer.js';
import { banner } from './start/banner.js';
import {
  contentsFor,
  partFor,
  partSentence,
  readContents,
  WHOLE,
  writeContents,
  type Noted,
  type Part,
} from './start/contents.js';
import { HELP, optionsOf, type Options } from './start/options.js';
import { Pids } from './start/pids.js';
import { checkPorts } from './start/ports.js';
import { loadSample } from './start/sample.js';
import { startStack } from './start/stack.js';
import { StackFile, type Stack } from './start/stack-file.js';

const begun = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - begun) / 1_000).toFixed(1).padStart(6)} s  ${line}`);

/** Decides what the folder holds, and notes it where the whole system is started on infrastructure of its own. */
const settleContents = (site: Site, options: Options, outside: Infrastructure | null): Noted => {
  if (outside !== null) return { ...WHOLE, contents: 'real' };
  const file = site.folder.file('contents.json');
  const whole = options.only.length === SERVICES.length;
  const wish = { empty: options.empty, canLoad: whole, production: site.env['NODE_ENV'] === 'production' };
  const before = readContents(file);
  const contents = contentsFor(before?.contents ?? null, wish, site.folder.path);
  const noted = { contents, ...partFor(before, options.part, site.folder.path) };
  if (whole) writeContents(file, noted);
  return noted;
};

const loadRest = async (site: Site, part: Part, stackFile: StackFile): Promise<void> => {
  const { scale, without } = part;
  const which = ['--scale', String(scale), ...(without === null ? [] : ['--without', without])];
  if (!(await loadSample(site, which))) return;
  writeContents(site.folder.file('contents.json'), { ...part, contents: 'sample-loaded' });
  stackFile.update({ sample: 'loaded' });
  site.say('The sample data is loaded.');
};

const show = async (site: Site, stack: Stack, part: Part): Promise<void> => {
  const issuer = stack.issuer === LOCAL_ISSUER ? await localIssuer(site.folder.path) : null;
  const token = issuer === null ? null : await issuer.token({ role: 'analyst' });
  console.log(banner(stack, site.folder.path, { token, part: partSentence(part) }));
};

/** What must hold before anything is changed in the folder. */
const checkSurroundings = async ({ only, port }: Options): Promise<void> => {
  const outside = fromEnvironment(process.env, only);
  if (outside !== null) await addressesAnswer(outside);
  await checkPorts(only, port);
};

/** From the folder to the running system. */
const start = async (site: Site, options: Options, stackFile: StackFile, pids: Pids): Promise<void> => {
  const outside = fromEnvironment(site.env, options.only);
  const { contents, ...part } = settleContents(site, options, outside);
  if (outside !== null && !options.empty) {
    say('Sample data is only loaded into a broker and a database of its own: going on without.');
  }
  const infrastructure = outside ?? (await startInfrastructure(site));
  const stack = { ...(await startStack(site, options, infrastructure, contents)), pids: pids.all() };
  site.ending.defer(() => stackFile.remove());
  stackFile.publish(stack);
  await show(site, stack, contents === 'real' ? WHOLE : part);
  if (contents === 'sample-loading' && options.only.length === SERVICES.length)
    void loadRest(site, part, stackFile);
};

await untilAsked(async (gaveUp) => {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    process.exit(0);
  }
  const check = () => checkSurroundings(options);
  const opened = await openSite(options.data, { fresh: options.fresh, check }, say, gaveUp);
  const stackFile = new StackFile(opened.folder.file('stack.json'));
  const pids = new Pids(() => stackFile.update({ pids: pids.all() }));
  const site = { ...opened, watcher: pids.beside(opened.watcher) };
  const end = async () => {
    const started = Object.keys(pids.all());
    if (started.length > 0) say(`Ending ${started.toReversed().join(', ')}`);
    await site.ending.disposeAsync();
    if (started.length > 0) say('Everything has ended.');
  };
  return { work: () => start(site, options, stackFile, pids), end };
});
