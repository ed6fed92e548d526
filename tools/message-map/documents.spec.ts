import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser, type Diagnostic } from '@asyncapi/parser';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { allEvents, allTopics, eventsOn } from '#libs/contracts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../stack/project-root.js';
import { documentsOf, type Document } from './documents.js';

let documents: readonly Document[];
beforeAll(async () => void (documents = await documentsOf(projectRoot)));

const textOf = (path: string) => documents.find((document) => document.path === path)!.text;

describe('what is computed from the code', () => {
  it.each(['docs/asyncapi.json', 'docs/message-map.md', 'apps/dashboard/src/api/reporting.d.ts'])(
    '%s is current; if not: npm run docs',
    (path) => expect(readFileSync(join(projectRoot, path), 'utf8')).toBe(textOf(path)),
  );
});

/** What the parser of the AsyncAPI Initiative complains of: errors (0), and warnings (1) and hints below. */
const complaintsAbout = async (text: string, upTo = 0): Promise<readonly string[]> => {
  const { diagnostics } = await new Parser().parse(text);
  const found = (diagnostics as Diagnostic[]).filter(({ severity }) => (severity as number) <= upTo);
  return found.map(({ path, message }) => `${path.join('/')}: ${message}`);
};

type Tree = { [key: string]: Tree };
const changed = (change: (document: Tree) => void): string => {
  const document = JSON.parse(textOf('docs/asyncapi.json')) as Tree;
  change(document);
  return JSON.stringify(document);
};

const PAID = 'id.cakupan.contribution.contribution-paid.v1';

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const faultsOf = (schema: object, value: unknown): readonly string[] => {
  ajv.validate(schema, value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

describe('the AsyncAPI document', () => {
  it('is understood without an error or a warning', async () => {
    expect(await complaintsAbout(textOf('docs/asyncapi.json'), 1)).toEqual([]);
  });

  it.each<[string, (document: Tree) => void]>([
    ['a message that is nowhere', ({ components }) => delete components!['messages']![PAID]],
    ['a title that is missing', ({ info }) => delete info!['title']],
    [
      'a topic without partitions',
      ({ channels }) => {
        Object.assign(channels!['claims.claims.v1']!['bindings']!['kafka']!, { partitions: 0 });
      },
    ],
  ])('is not understood with %s', async (_, change) => {
    expect(await complaintsAbout(changed(change))).not.toEqual([]);
  });

  it('has examples that keep their own schemas, headers and content', async () => {
    const { document } = await new Parser().parse(textOf('docs/asyncapi.json'));
    for (const message of document!.allMessages().all()) {
      const [example] = message.examples().all();
      expect(faultsOf(message.payload()!.json(), example!.payload())).toEqual([]);
      expect(faultsOf(message.headers()!.json(), example!.headers())).toEqual([]);
      expect(faultsOf(message.headers()!.json(), { ...example!.headers(), ce_type: 'other' })).not.toEqual(
        [],
      );
    }
  });

  it('has every topic and every event type', async () => {
    const { document } = await new Parser().parse(textOf('docs/asyncapi.json'));
    const channels = document!.channels().all();
    expect(channels.map((channel) => channel.address())).toEqual(allTopics.map(({ name }) => name));
    expect(
      channels.map((channel) =>
        channel
          .messages()
          .all()
          .map((message) => message.name()),
      ),
    ).toEqual(allTopics.map((topic) => eventsOn(topic).map(({ type }) => type)));
    expect(document!.operations().filterBySend()).toHaveLength(allTopics.length);
    expect(document!.allMessages().all().length).toBe(allEvents.length);
  });
});
