import type { Database } from '#libs/persistence';
import { Ledger, type LedgerFault, type LedgerProof, type Turnover } from '../../use-cases/ledger.js';
import { PROOF, type FaultRow, type ProofRow } from './ledger-proof.js';

const SUMS = 'select account, sum(debits) as debits, sum(credits) as credits from ledger_turnover';
const ACCOUNTS = `${SUMS} where account > $1 group by account order by account limit $2`;
const ACCOUNT = `${SUMS} where account = $1 group by account`;

interface TurnoverRow {
  readonly account: string;
  readonly debits: string;
  readonly credits: string;
}

const turnoverOf = ({ account, debits, credits }: TurnoverRow): Turnover => ({
  account,
  debits: Number(debits),
  credits: Number(credits),
  balance: Number(BigInt(debits) - BigInt(credits)),
});

const faultOf = ({
  kind,
  lane,
  number,
  throughNumber,
  gateway,
  paymentId,
  account,
}: FaultRow): LedgerFault => {
  switch (kind) {
    case 'missing':
      return { kind, lane, number, throughNumber };
    case 'account-differs':
      return { kind, lane, account };
    default:
      return { kind, lane, number, gateway, paymentId };
  }
};

/** The ledger as it lies in PostgreSQL. */
export class PostgresLedger extends Ledger {
  constructor(private readonly database: Database) {
    super();
  }

  override async accounts(after: string, limit: number): Promise<readonly Turnover[]> {
    return (await this.database.query<TurnoverRow>(ACCOUNTS, [after, limit])).map(turnoverOf);
  }

  override async account(account: string): Promise<Turnover | null> {
    const [row] = await this.database.query<TurnoverRow>(ACCOUNT, [account]);
    return row ? turnoverOf(row) : null;
  }

  override async proof(): Promise<LedgerProof> {
    const [row] = await this.database.query<ProofRow>(PROOF);
    const { debits, credits, agree, faults, head, ...sums } = row!; // aggregates without groups have one row
    return {
      entries: Number(sums.entries),
      debits: Number(debits),
      credits: Number(credits),
      balanced: agree && debits === credits,
      contributions: { accounts: Number(sums.funds), lines: Number(sums.lines_accepted) },
      lateFees: { accounts: Number(sums.fees), lines: Number(sums.lines_fees) },
      owed: { accounts: Number(sums.owed), lines: Number(sums.lines_owed) },
      faults: faults.map(faultOf),
      head,
    };
  }
}
