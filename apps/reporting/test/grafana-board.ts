import { readFileSync } from 'node:fs';

interface Board {
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: string }[] };
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly rawSql: string }[];
  }[];
}

/** What is looked at: a region, and the instant up to which. */
export interface Look {
  readonly region: string;
  readonly until: string;
}

/** The statement with what Grafana puts in for its own words, when a region is looked at from 2024 on. */
const filledIn = (sql: string, { region, until }: Look) =>
  sql
    .replaceAll('${region:sqlstring}', `'${region}'`)
    .replaceAll('$__timeFrom()', "'2024-01-01T00:00:00Z'")
    .replaceAll('$__timeTo()', `'${until}'`);

/** The board of `deploy/grafana`: the statement of each panel, and that of the list of regions. */
export const grafanaBoard = () => {
  const file = new URL('../../../deploy/grafana/coverage.json', import.meta.url);
  const { panels, templating } = JSON.parse(readFileSync(file, 'utf8')) as Board;
  const statements = new Map(panels.map(({ title, targets }) => [title, targets[0]!.rawSql]));
  return {
    titles: [...statements.keys()],
    sqlOf: (title: string, look: Look) => filledIn(statements.get(title)!, look),
    regions: templating.list.find(({ name }) => name === 'region')!.query,
  };
};
