import { paymentsTopic } from '#libs/contracts';
import { access } from '#libs/http';
import { Clock, Ids, StoryClock, UuidV7Ids } from '#libs/kernel';
import { EventLog, messaging, parkingSecretsIn, watchMessaging, WritePath } from '#libs/messaging';
import { Health, Metrics, observability } from '#libs/observability';
import { Database } from '#libs/persistence';
import type { Abstract, DynamicModule, InjectionToken, Provider, Type } from '@nestjs/common';
import type { Config } from './config.js';
import { BillsController } from './inbound/http/bills.controller.js';
import { GatewayNotices } from './inbound/http/gateway-notices.js';
import { LedgerController } from './inbound/http/ledger.controller.js';
import { ParkedController } from './inbound/http/parked.controller.js';
import { PaymentBatchesController } from './inbound/http/payment-batches.controller.js';
import { PaymentsController } from './inbound/http/payments.controller.js';
import { ReconciliationsController } from './inbound/http/reconciliations.controller.js';
import { StatementsController } from './inbound/http/statements.controller.js';
import { UnmatchedController } from './inbound/http/unmatched.controller.js';
import { WebhookSecrets } from './inbound/http/webhook-secrets.js';
import { MembersListener } from './inbound/kafka/members.listener.js';
import { PaymentIdentitiesListener } from './inbound/kafka/payment-identities.listener.js';
import { PaymentsListener } from './inbound/kafka/payments.listener.js';
import { RegistersListener } from './inbound/kafka/registers.listener.js';
import { MidtransController } from './inbound/midtrans/midtrans.controller.js';
import { AccessTokenController } from './inbound/snap/access-token.controller.js';
import { SnapPartners } from './inbound/snap/snap-partners.js';
import { VirtualAccountsController } from './inbound/snap/virtual-accounts.controller.js';
import { LapseTimer } from './inbound/timer/lapse.timer.js';
import { XenditController } from './inbound/xendit/xendit.controller.js';
import { contributionMigrations } from './outbound/persistence/migrations/index.js';
import { PostgresBooks } from './outbound/persistence/postgres-books.js';
import { PostgresEmployers } from './outbound/persistence/postgres-employers.js';
import { PostgresExternalIds } from './outbound/persistence/postgres-external-ids.js';
import { PostgresLedger } from './outbound/persistence/postgres-ledger.js';
import { PostgresReconciliations } from './outbound/persistence/postgres-reconciliations.js';
import { PostgresViews } from './outbound/persistence/postgres-views.js';
import { KeyedPseudonyms } from './outbound/pseudonyms/keyed-pseudonyms.js';
import { Books } from './use-cases/books.js';
import { DecideOnOwedMoney } from './use-cases/decide-on-owed-money.js';
import { Employers } from './use-cases/employers.js';
import { ExternalIds } from './use-cases/external-ids.js';
import { KnowIdentityWhenRecorded } from './use-cases/know-identity-when-recorded.js';
import { KnowMembershipsWhenEnrolled } from './use-cases/know-memberships-when-enrolled.js';
import { KnowRiskGroupWhenEmployerRecorded } from './use-cases/know-risk-group-when-employer-recorded.js';
import { Ledger } from './use-cases/ledger.js';
import { Pseudonyms } from './use-cases/pseudonyms.js';
import { ReconcileStatementWithLedger } from './use-cases/reconcile-statement-with-ledger.js';
import { Reconciliations } from './use-cases/reconciliations.js';
import { SettlePaymentsWhenReceived } from './use-cases/settle-payments-when-received.js';
import { StateBill } from './use-cases/state-bill.js';
import { TellLapsesWhenADayBreaks } from './use-cases/tell-lapses-when-a-day-breaks.js';
import { Views } from './use-cases/views.js';

/** A payment may be as large over HTTP as on its topic. */
export const PAYMENT_BYTES_MAX = paymentsTopic.maxMessageBytes;

/** What the service can be asked, over HTTP and by topics. */
export const controllers = [
  PaymentsController,
  PaymentBatchesController,
  BillsController,
  StatementsController,
  LedgerController,
  UnmatchedController,
  ReconciliationsController,
  AccessTokenController,
  VirtualAccountsController,
  MidtransController,
  XenditController,
  PaymentsListener,
  MembersListener,
  PaymentIdentitiesListener,
  RegistersListener,
];

/** A class that knows no framework: it is built here from what its constructor asks for. */
const built = <Given extends readonly unknown[], T>(
  provide: InjectionToken,
  type: new (...given: Given) => T,
  ...inject: { [Port in keyof Given]: Abstract<Given[Port]> | Type<Given[Port]> }
): Provider => ({
  provide,
  inject: [...inject] as InjectionToken[],
  useFactory: (...given: Given) => new type(...given),
});

const stores = [
  built(Books, PostgresBooks, Database, WritePath, EventLog, Ids),
  built(Employers, PostgresEmployers, WritePath),
  built(Views, PostgresViews, Database),
  built(Ledger, PostgresLedger, Database),
  built(ExternalIds, PostgresExternalIds, WritePath),
  built(Reconciliations, PostgresReconciliations, Database, WritePath),
];

const useCases = [
  built(SettlePaymentsWhenReceived, SettlePaymentsWhenReceived, Books, Pseudonyms, Clock, Ids),
  built(KnowMembershipsWhenEnrolled, KnowMembershipsWhenEnrolled, Books, Clock, Ids),
  built(KnowIdentityWhenRecorded, KnowIdentityWhenRecorded, Books, Clock, Ids),
  built(KnowRiskGroupWhenEmployerRecorded, KnowRiskGroupWhenEmployerRecorded, Employers),
  built(TellLapsesWhenADayBreaks, TellLapsesWhenADayBreaks, Books, Clock, Ids),
  built(StateBill, StateBill, Books, Clock),
  built(DecideOnOwedMoney, DecideOnOwedMoney, Books, Clock, Ids),
  built(ReconcileStatementWithLedger, ReconcileStatementWithLedger, Reconciliations, Clock, Ids),
];

const notices = built(GatewayNotices, GatewayNotices, SettlePaymentsWhenReceived, Clock);

/** Everything behind the controllers, on top of the database, the write path and the event log. */
export const providersWith = ({
  clock,
  nikTokenKey,
  snapPartners = [],
  webhookSecrets = new WebhookSecrets(),
}: Pick<Config, 'clock' | 'nikTokenKey' | 'snapPartners' | 'webhookSecrets'>): Provider[] => [
  { provide: Clock, useValue: clock },
  { provide: SnapPartners, useValue: new SnapPartners(snapPartners) },
  { provide: WebhookSecrets, useValue: webhookSecrets },
  { provide: Ids, useClass: UuidV7Ids },
  { provide: Pseudonyms, useValue: new KeyedPseudonyms(nikTokenKey) },
  ...stores,
  ...useCases,
  notices,
];

/** A story is still being told while its clock stands at its last day: only real days make memberships lapse. */
const timers = ({ clock }: Config): Provider[] => (clock instanceof StoryClock ? [] : [LapseTimer]);

class ContributionModule {}

/** The contribution service. */
export const contributionModule = (config: Config): DynamicModule => ({
  module: ContributionModule,
  imports: [
    observability({ service: 'contribution', level: config.logLevel }),
    access({ issuer: config.issuer, dataFolder: config.dataFolder }),
    messaging({
      service: 'contribution',
      brokers: config.brokers,
      database: { url: config.databaseUrl, migrations: contributionMigrations },
      parking: parkingSecretsIn(config),
    }),
  ],
  controllers: [...controllers, ParkedController],
  providers: [...providersWith(config), ...timers(config), watchMessaging(Health, Metrics)],
});
