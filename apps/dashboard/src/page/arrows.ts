type Step = readonly [lines: number, cells: number];

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const numberIn = (cell: Element | undefined): HTMLElement | null =>
  cell?.querySelector<HTMLElement>('.number') ?? null;

/** Goes from number to number of a table with the arrow keys; in one step of the tab key the table is passed. */
export const moveByArrow = (event: KeyboardEvent): void => {
  const step = STEPS[event.key];
  const from = event.target as Element;
  const cell = from.closest('td');
  const line = cell?.closest('tr');
  const lines = line?.closest('table[data-arrows]')?.querySelectorAll('tr');
  if (!step || !cell || !line || !lines || !from.matches('.number')) return;
  const place = [...line.children].indexOf(cell) + step[1];
  const target = numberIn([...lines][[...lines].indexOf(line) + step[0]]?.children[place]);
  if (target === null) return;
  event.preventDefault();
  target.focus();
};
