import { useEffect, useState } from 'preact/hooks';
import { addressOf, type Place } from '../model/place.js';

/** The place in the address bar: read from it, written to it, followed back and forth. */
export const useAddress = (
  placeIn: (search: string) => Place,
): readonly [Place, (change: Partial<Place>) => void] => {
  const [place, show] = useState(() => placeIn(location.search));
  useEffect(() => {
    const follow = () => show(placeIn(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [placeIn]);
  const go = (change: Partial<Place>) => {
    const next = { ...place, ...change };
    if (addressOf(next) === addressOf(place)) return;
    history.pushState(null, '', addressOf(next));
    show(next);
  };
  return [place, go];
};
