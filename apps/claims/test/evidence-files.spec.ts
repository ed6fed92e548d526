import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import { personErased } from '#libs/contracts';
import { batchOf, messageOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesFolderIn } from '../src/config.js';
import { FILE_BYTES_MAX } from '../src/inbound/http/evidence-files.controller.js';
import { EvidenceFiles } from '../src/use-cases/evidence-files.js';
import { Files } from '../src/use-cases/files.js';
import { KeepCoverWhenMembershipChanged } from '../src/use-cases/keep-cover-when-membership-changed.js';
import { RemoveFilesThatNoClaimHas } from '../src/use-cases/remove-files-that-no-claim-has.js';
import { OverHttp } from './over-http.js';
import { publishedOf } from './support.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const scanOf = (bytes: number) => Buffer.concat([SIGNATURE, Buffer.alloc(bytes - SIGNATURE.length, 'x')]);

let service: OverHttp;
let stranger: string;
beforeAll(async () => {
  service = await OverHttp.open();
  stranger = await service.tokens.of(['adjuster'], ['33.12']);
});
afterAll(() => service.close());

const claimed = async (): Promise<string> => {
  const claimId = randomUUID();
  const { membershipId } = await service.covered();
  const claim = { claimId, membershipId, programme: 'JKM', benefit: 'funeral', occurredOn: '2024-11-20' };
  expect((await service.post('claims', claim, { at: '2024-11-21T09:00:00+07:00' })).status).toBe(201);
  return claimId;
};

const send = async (
  claimId: string,
  payload: Buffer,
  { kind = 'death-certificate', type = 'image/png', token = service.adjuster } = {},
) => {
  const { statusCode, body } = await service.app.inject({
    method: 'PUT',
    url: `/v1/claims/${claimId}/evidence/${kind}/file`,
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    payload,
  });
  return { status: statusCode, body: JSON.parse(body) as { evidence: object[]; reasons: string[] } };
};
const fetchFile = (claimId: string, token = service.adjuster, kind = 'death-certificate') =>
  service.app.inject({
    method: 'GET',
    url: `/v1/claims/${claimId}/evidence/${kind}/file`,
    headers: { authorization: `Bearer ${token}` },
  });
const filesKept = () =>
  readdirSync(filesFolderIn(service.tokens.dataFolder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name)).length;

const lookNow = async () => {
  await service.opened.database.query('update evidence_file set look_at = now()');
  return service.app.get(RemoveFilesThatNoClaimHas).handle();
};

describe('bytes that no claim has', () => {
  it('are removed: replaced ones, ones of a request that ended halfway, and those of erased persons', async () => {
    const claimId = await claimed();
    await send(claimId, scanOf(100));
    await send(claimId, scanOf(101));
    const halfway = randomUUID();
    await service.app.get(EvidenceFiles).expect(halfway, claimId);
    const bytes = Readable.from([scanOf(7_000)]);
    await service.app.get(Files).keep(halfway, bytes);
    const before = filesKept();
    expect(await lookNow()).toBe(2);
    expect(filesKept()).toBe(before - 2);
    expect(await lookNow()).toBe(0);
    expect((await fetchFile(claimId)).rawPayload).toHaveLength(101);

    const { personId } = (await service.ask(`claims/${claimId}`)).body;
    await service.app
      .get(KeepCoverWhenMembershipChanged)
      .handle(batchOf(messageOf(personErased, { personId: String(personId) })));
    expect(await service.app.get(RemoveFilesThatNoClaimHas).handle()).toBe(1);
    expect((await fetchFile(claimId)).statusCode).toBe(404);
    expect(filesKept()).toBe(before - 3);
  });
});

describe('a file of evidence', () => {
  it('is kept with its hash, given back to adjusters of the region, and published nowhere', async () => {
    const claimId = await claimed();
    const scan = scanOf(200_000);
    const { status, body } = await send(claimId, scan);
    expect(status).toBe(200);
    const sha256 = createHash('sha256').update(scan).digest('hex');
    expect(body.evidence).toEqual([
      {
        kind: 'death-certificate',
        receivedOn: expect.any(String),
        note: null,
        file: { mediaType: 'image/png', size: 200_000, sha256 },
      },
    ]);
    const shown = await fetchFile(claimId);
    expect([shown.statusCode, shown.headers['content-type'], shown.headers['content-disposition']]).toEqual([
      200,
      'image/png',
      'attachment; filename="death-certificate.png"',
    ]);
    expect(shown.headers['cache-control']).toContain('no-store');
    expect(shown.rawPayload).toEqual(scan);
    expect((await fetchFile(claimId, stranger)).statusCode).toBe(404);
    expect((await fetchFile(claimId, service.adjuster, 'receipts')).statusCode).toBe(404);
    const published = JSON.stringify(await publishedOf(service.opened.database, claimId));
    expect(published).not.toContain(sha256);
    expect(published).not.toContain('death-certificate');
  });

  it('stays with what is said of the paper later, and is replaced by another', async () => {
    const claimId = await claimed();
    await send(claimId, scanOf(100));
    const path = `claims/${claimId}/evidence/death-certificate`;
    await service.ask(path, { method: 'PUT', body: { receivedOn: '2024-11-22', note: 'a copy' } });
    const { body } = await send(claimId, scanOf(101));
    expect(body.evidence).toMatchObject([{ receivedOn: '2024-11-22', note: 'a copy', file: { size: 101 } }]);
    expect((await fetchFile(claimId)).rawPayload).toHaveLength(101);
  });

  it('that is there already, or is not taken, leaves nothing in the folder', async () => {
    const claimId = await claimed();
    await send(claimId, scanOf(100));
    const before = filesKept();
    expect((await send(claimId, scanOf(100))).status).toBe(200);
    expect((await send(claimId, scanOf(300), { token: stranger })).status).toBe(404);
    expect((await send(randomUUID(), scanOf(300))).status).toBe(404);
    expect((await send(claimId, scanOf(FILE_BYTES_MAX + 1))).status).toBe(413);
    expect((await send(claimId, Buffer.from('<html>'))).status).toBe(415);
    expect((await send(claimId, scanOf(100), { type: 'image/jpeg' })).status).toBe(415);
    expect((await send(claimId, scanOf(100), { type: 'text/csv' })).status).toBe(415);
    expect((await send(claimId, scanOf(100), { kind: 'selfie' })).status).toBe(400);
    expect(filesKept()).toBe(before);
    expect((await send(claimId, scanOf(FILE_BYTES_MAX))).status).toBe(200);
  });

  it('comes too late for a claim that is decided', async () => {
    const claimId = await claimed();
    await service.post(`claims/${claimId}/check`);
    const rejection = { decision: 'rejected', reasons: ['event-not-insured'] };
    expect((await service.post(`claims/${claimId}/decide`, rejection)).status).toBe(200);
    const before = filesKept();
    expect(await send(claimId, scanOf(100))).toMatchObject({
      status: 422,
      body: { reasons: ['claim-not-open'] },
    });
    expect(filesKept()).toBe(before);
  });
});
