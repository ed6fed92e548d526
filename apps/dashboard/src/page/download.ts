import type { Api } from '../api/api.js';

/** Saves the answer to a request as a CSV file; asked by script, since a link cannot carry the token. */
export const downloadCsv = async (api: Api, request: string, name: string): Promise<void> => {
  const blob = await api.csv(request);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
};
