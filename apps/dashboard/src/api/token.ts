const KEY = 'cakupan-token';

/** What is needed of the browser. */
export interface TokenPlaces {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/**
 * The bearer token: taken from the fragment (`#token=…`), which never leaves the browser, kept for this tab, and
 * removed from the address bar, so that nobody copies it with the link.
 */
export const takeToken = ({ location, history, storage }: TokenPlaces): string | null => {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token) {
    storage.setItem(KEY, token);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return token || storage.getItem(KEY);
};

/** Forgets the token; what the public may see remains. */
export const forgetToken = ({ storage }: Pick<TokenPlaces, 'storage'>): void => storage.removeItem(KEY);
