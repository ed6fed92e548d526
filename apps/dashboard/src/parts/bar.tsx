interface Props {
  /** From 0 to 1. */
  readonly share: number;
  readonly isLoss?: boolean;
}

/** A bar under the name of a line; the number that it stands for is in the line. */
export const Bar = ({ share, isLoss = false }: Props) => (
  <div class="bar" aria-hidden="true">
    <div class={isLoss ? 'is-loss' : ''} style={{ width: `${(share * 100).toFixed(2)}%` }} />
  </div>
);
