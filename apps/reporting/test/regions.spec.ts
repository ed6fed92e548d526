import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openReferencesApp, type ReferencesApp } from './references-app.js';

let service: ReferencesApp;

interface Listed {
  readonly code: string;
  readonly name: string;
}
const list = async (query: string) => {
  const { body } = await service.ask(`regions${query}`);
  return body as unknown as { items: Listed[]; next: string | null };
};
const codes = ({ items }: { items: Listed[] }) => items.map(({ code }) => code);

beforeAll(async () => {
  service = await openReferencesApp();
});
afterAll(() => service.close());

describe('a region', () => {
  it('is shown to everyone with its name, level and those above it', async () =>
    expect(await service.ask('regions/33.72')).toEqual({
      status: 200,
      body: {
        code: '33.72',
        name: 'Kota Surakarta',
        level: 'regency',
        parent: '33',
        ancestors: [
          { code: 'ID', name: 'Indonesia', level: 'country', parent: null },
          { code: '33', name: 'Jawa Tengah', level: 'province', parent: 'ID' },
        ],
      },
    }));

  it.each(['99', '3372', '33.72.05.9999', 'x'])('%s is not there', async (code) =>
    expect((await service.ask(`regions/${code}`)).status).toBe(404),
  );
});

describe('regions', () => {
  it('are listed level by level', async () => {
    expect((await list('')).items).toHaveLength(38);
    expect(codes(await list('?within=33.72'))).toEqual([
      '33.72.01',
      '33.72.02',
      '33.72.03',
      '33.72.04',
      '33.72.05',
    ]);
    expect(await list('?within=33.72.05.1001')).toEqual({ items: [], next: null });
  });

  it('are listed page by page', async () => {
    const first = await list('?within=33.72&limit=3');
    expect(codes(first)).toEqual(['33.72.01', '33.72.02', '33.72.03']);
    const second = await list(`?within=33.72&limit=3&after=${first.next}`);
    expect(codes(second)).toEqual(['33.72.04', '33.72.05']);
    expect(second.next).toBeNull();
  });

  it('are found by name, larger ones first', async () => {
    const { items } = await list('?q=surakarta');
    expect(items[0]).toEqual({ code: '33.72', name: 'Kota Surakarta', level: 'regency', parent: '33' });
    expect(codes(await list('?q=BANJARSARI&within=33.72'))).toContain('33.72.05');
  });

  it('of a region that is not there are refused', async () => {
    expect(await service.ask('regions?within=99')).toMatchObject({
      status: 422,
      body: { reasons: ['unknown-region'] },
    });
    expect((await service.ask('regions?within=Solo')).status).toBe(400);
    expect((await service.ask('regions?q=')).status).toBe(400);
  });
});
