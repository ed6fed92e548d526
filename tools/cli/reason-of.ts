interface Refusal {
  readonly detail: string;
  readonly fields?: readonly { readonly path: string; readonly reason: string }[];
}

/** Why a service refused a request, in its own words, and which fields are at fault. */
export const reasonOf = async (answer: Response): Promise<string> => {
  const { detail, fields = [] } = (await answer.json()) as Refusal;
  return [detail, ...fields.map(({ path, reason }) => `${path}: ${reason}`)].join(' ');
};
