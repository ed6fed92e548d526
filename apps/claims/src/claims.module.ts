import { access, ParkedController } from '#libs/http';
import { Clock, Ids, UuidV7Ids, type ServiceSettings } from '#libs/kernel';
import { EventLog, messaging, watchMessaging, WritePath } from '#libs/messaging';
import { Health, Metrics, observability } from '#libs/observability';
import { Database } from '#libs/persistence';
import type { DynamicModule, Provider } from '@nestjs/common';
import { bankProviders } from './bank.module.js';
import { filesFolderIn, type Config } from './config.js';
import { USUAL_POLICY, type Policy } from './domain/programmes/policy.js';
import { evidenceProviders } from './evidence.module.js';
import { AccountsController } from './inbound/http/accounts.controller.js';
import { ClaimCourseController } from './inbound/http/claim-course.controller.js';
import { ClaimStepsController } from './inbound/http/claim-steps.controller.js';
import { ClaimsController } from './inbound/http/claims.controller.js';
import { DisbursementResultBatchesController } from './inbound/http/disbursement-result-batches.controller.js';
import { DisbursementsController } from './inbound/http/disbursements.controller.js';
import { EvidenceController } from './inbound/http/evidence.controller.js';
import { EvidenceFilesController } from './inbound/http/evidence-files.controller.js';
import { FindingsController } from './inbound/http/findings.controller.js';
import { ContributionsListener } from './inbound/kafka/contributions.listener.js';
import { MembersListener } from './inbound/kafka/members.listener.js';
import { FileRounds } from './inbound/timer/file-rounds.js';
import { FolderFiles } from './outbound/files/folder-files.js';
import { S3Files } from './outbound/files/s3-files.js';
import { claimsMigrations } from './outbound/persistence/migrations/index.js';
import { PostgresClaims } from './outbound/persistence/postgres-claims.js';
import { PostgresCovers } from './outbound/persistence/postgres-covers.js';
import { AccountTokens } from './use-cases/account-tokens.js';
import { CheckClaimAgainstCover } from './use-cases/check-claim-against-cover.js';
import { Claims } from './use-cases/claims.js';
import { CloseClaimWhenSettled } from './use-cases/close-claim-when-settled.js';
import { CorrectAccountWhenMoneyCameBack } from './use-cases/correct-account-when-money-came-back.js';
import { Covers } from './use-cases/covers.js';
import { DecideClaimWhenChecked } from './use-cases/decide-claim-when-checked.js';
import { DisburseBenefitWhenApproved } from './use-cases/disburse-benefit-when-approved.js';
import type { Files } from './use-cases/files.js';
import { KeepCoverWhenContributionPaid } from './use-cases/keep-cover-when-contribution-paid.js';
import { KeepCoverWhenMembershipChanged } from './use-cases/keep-cover-when-membership-changed.js';
import { KeepEvidenceWithClaim } from './use-cases/keep-evidence-with-claim.js';
import { KeepFindingsWithClaim } from './use-cases/keep-findings-with-claim.js';
import { LookUpClaims } from './use-cases/look-up-claims.js';
import { RecordResultOfDisbursement, type Teller } from './use-cases/record-result-of-disbursement.js';
import { ReopenClaimOnAppeal } from './use-cases/reopen-claim-on-appeal.js';
import { SubmitClaim } from './use-cases/submit-claim.js';

/** What the service can be asked, over HTTP and by topics. */
export const controllers = [
  ClaimsController,
  ClaimStepsController,
  ClaimCourseController,
  EvidenceController,
  EvidenceFilesController,
  FindingsController,
  AccountsController,
  DisbursementsController,
  DisbursementResultBatchesController,
  MembersListener,
  ContributionsListener,
];

const useCases = [
  SubmitClaim,
  KeepEvidenceWithClaim,
  KeepFindingsWithClaim,
  ReopenClaimOnAppeal,
  CloseClaimWhenSettled,
  LookUpClaims,
];
const judgingUseCases = [CheckClaimAgainstCover, DecideClaimWhenChecked];
const coverUseCases = [KeepCoverWhenMembershipChanged, KeepCoverWhenContributionPaid];

/** Everything behind the controllers, on top of the database, the write path and the event log. */
export const providersWith = (
  clock: Clock,
  policy: Policy = USUAL_POLICY,
  files: Files = new FolderFiles(filesFolderIn()),
  teller: Teller = 'others',
): Provider[] => [
  ...evidenceProviders(files),
  { provide: Clock, useValue: clock },
  { provide: Ids, useClass: UuidV7Ids },
  {
    provide: Claims,
    inject: [Database, WritePath, EventLog, Ids],
    useFactory: (...given: ConstructorParameters<typeof PostgresClaims>) => new PostgresClaims(...given),
  },
  { provide: Covers, inject: [WritePath], useFactory: (writes: WritePath) => new PostgresCovers(writes) },
  ...useCases.map((useCase) => ({
    provide: useCase,
    inject: [Claims],
    useFactory: (claims: Claims) => new useCase(claims),
  })),
  ...judgingUseCases.map((useCase) => ({
    provide: useCase,
    inject: [Claims],
    useFactory: (claims: Claims) => new useCase(claims, policy),
  })),
  {
    provide: DisburseBenefitWhenApproved,
    inject: [Claims, Ids],
    useFactory: (claims: Claims, ids: Ids) => new DisburseBenefitWhenApproved(claims, ids, teller),
  },
  {
    provide: CorrectAccountWhenMoneyCameBack,
    inject: [Claims, AccountTokens],
    useFactory: (claims: Claims, tokens: AccountTokens) =>
      new CorrectAccountWhenMoneyCameBack(claims, tokens, policy),
  },
  {
    provide: RecordResultOfDisbursement,
    inject: [Claims],
    useFactory: (claims: Claims) => new RecordResultOfDisbursement(claims, teller),
  },
  ...coverUseCases.map((useCase) => ({
    provide: useCase,
    inject: [Covers],
    useFactory: (covers: Covers) => new useCase(covers),
  })),
];

/** 6 MB to a store in the same country; a line slower than that is one that broke off. */
const STORE_TIMEOUT_MS = 30_000;

class ClaimsModule {}

/** The claims service. */
export const claimsModule = ({
  brokers,
  databaseUrl,
  clock,
  issuer,
  dataFolder,
  logLevel,
  policy,
  bankUrl,
  filesFolder,
  bucket,
}: ServiceSettings & Partial<Config>): DynamicModule => ({
  module: ClaimsModule,
  imports: [
    observability({ service: 'claims', level: logLevel }),
    access({ issuer, dataFolder }),
    messaging({ service: 'claims', brokers, database: { url: databaseUrl, migrations: claimsMigrations } }),
  ],
  controllers: [...controllers, ParkedController],
  providers: [
    ...providersWith(
      clock,
      policy,
      bucket
        ? new S3Files(bucket, STORE_TIMEOUT_MS)
        : new FolderFiles(filesFolder ?? filesFolderIn(dataFolder)),
      bankUrl ? 'service' : 'others',
    ),
    FileRounds,
    ...(bankUrl ? bankProviders(bankUrl) : []),
    watchMessaging(Health, Metrics),
  ],
});
