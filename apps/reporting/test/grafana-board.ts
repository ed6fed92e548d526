import { readFileSync } from 'node:fs';

interface Board {
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: string }[] };
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly rawSql: string }[];
  }[];
}

/** What Grafana puts in for its own words, when Solo is looked at in 2024 up to the end of November. */
const FILLED_IN = {
  '${region:sqlstring}': "'33.72'",
  '$__timeFrom()': "'2024-01-01T00:00:00Z'",
  '$__timeTo()': "'2024-11-30T12:00:00Z'",
};

const filledIn = (sql: string) =>
  Object.entries(FILLED_IN).reduce((text, [word, value]) => text.replaceAll(word, value), sql);

/** The board of `deploy/grafana`: the statement of each panel, and that of the list of regions. */
export const grafanaBoard = () => {
  const file = new URL('../../../deploy/grafana/coverage.json', import.meta.url);
  const { panels, templating } = JSON.parse(readFileSync(file, 'utf8')) as Board;
  return {
    panels: panels.map(({ title, targets }) => [title, filledIn(targets[0]!.rawSql)] as const),
    regions: templating.list.find(({ name }) => name === 'region')!.query,
  };
};
