import { CreateBenefitTables1700000003000 } from './create-benefit-tables.js';
import { CreateCoverageTables1700000001000 } from './create-coverage-tables.js';
import { CreateFunnelTables1700000005000 } from './create-funnel-tables.js';
import { CreateProofTables1700000004000 } from './create-proof-tables.js';
import { CreateRebuildTable1700000007000 } from './create-rebuild-table.js';
import { CreateReferenceTable1700000002000 } from './create-reference-table.js';
import { CreateViews1700000006000 } from './create-views.js';
import { CreateRegionOutlineTable1700000005200 } from './create-region-outline-table.js';

/** The tables of reporting, oldest first. */
export const reportingMigrations = [
  CreateCoverageTables1700000001000,
  CreateReferenceTable1700000002000,
  CreateBenefitTables1700000003000,
  CreateProofTables1700000004000,
  CreateFunnelTables1700000005000,
  CreateViews1700000006000,
  CreateRegionOutlineTable1700000005200,
  CreateRebuildTable1700000007000,
];
