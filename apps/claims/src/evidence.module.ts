import { Ids } from '#libs/kernel';
import { WritePath } from '#libs/messaging';
import { Database } from '#libs/persistence';
import type { Provider } from '@nestjs/common';
import { TokensKnownToBank } from './outbound/bank/tokens-known-to-bank.js';
import { PostgresAccountTokens } from './outbound/persistence/postgres-account-tokens.js';
import { PostgresEvidenceFiles } from './outbound/persistence/postgres-evidence-files.js';
import { AccountTokens } from './use-cases/account-tokens.js';
import { Payees } from './use-cases/bank.js';
import { Claims } from './use-cases/claims.js';
import { EvidenceFiles } from './use-cases/evidence-files.js';
import { Files } from './use-cases/files.js';
import { KeepAccountWithClaim } from './use-cases/keep-account-with-claim.js';
import { KeepFileWithEvidence } from './use-cases/keep-file-with-evidence.js';
import { LookUpClaims } from './use-cases/look-up-claims.js';
import { RemoveFilesThatNoClaimHas } from './use-cases/remove-files-that-no-claim-has.js';
import { ShowFileOfEvidence } from './use-cases/show-file-of-evidence.js';

/** What papers show and where their scans lie, on top of the claims. */
export const evidenceProviders = (files: Files): Provider[] => [
  { provide: Files, useValue: files },
  {
    provide: EvidenceFiles,
    inject: [Database, WritePath],
    useFactory: (...given: ConstructorParameters<typeof PostgresEvidenceFiles>) =>
      new PostgresEvidenceFiles(...given),
  },
  {
    provide: RemoveFilesThatNoClaimHas,
    inject: [EvidenceFiles, Files],
    useFactory: (evidenceFiles: EvidenceFiles, files: Files) =>
      new RemoveFilesThatNoClaimHas(evidenceFiles, files),
  },
  {
    provide: KeepFileWithEvidence,
    inject: [Claims, Files, EvidenceFiles, Ids],
    useFactory: (...given: ConstructorParameters<typeof KeepFileWithEvidence>) =>
      new KeepFileWithEvidence(...given),
  },
  {
    provide: ShowFileOfEvidence,
    inject: [LookUpClaims, Files],
    useFactory: (lookUpClaims: LookUpClaims, files: Files) => new ShowFileOfEvidence(lookUpClaims, files),
  },
  {
    provide: AccountTokens,
    inject: [Database, { token: Payees, optional: true }],
    useFactory: (database: Database, payees?: Payees) => {
      const tokens = new PostgresAccountTokens(database);
      return payees ? new TokensKnownToBank(tokens, payees) : tokens;
    },
  },
  {
    provide: KeepAccountWithClaim,
    inject: [Claims, AccountTokens],
    useFactory: (claims: Claims, tokens: AccountTokens) => new KeepAccountWithClaim(claims, tokens),
  },
];
