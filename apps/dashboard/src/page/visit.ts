import type { QueryClient } from '@tanstack/query-core';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Connection } from '../api/push.js';
import type { Client } from '../api/client.js';
import type { Definition } from '../explain/definition.js';
import type { Place } from '../model/place.js';
import type { Shown } from '../words/shown.js';

/** Who looks, with what they may use. */
export interface Viewer {
  readonly client: Client;
  /** Asks as the public does. */
  readonly asPublic: Client;
  readonly queries: QueryClient;
  readonly token: string | null;
  readonly regions: readonly string[];
  readonly roles: readonly string[];
  /** May ask for more than the public: other days, villages, the trend. */
  readonly isAnalyst: boolean;
  /** The service no longer took the token; what is shown is for the public. */
  readonly hasExpired: boolean;
}

/** A number that was opened, as it stood then. */
export interface Opened {
  readonly text: string;
  readonly definition: Definition;
}

/** Without the token the page begins anew, as the public sees it. */
export type Leave = (place: Place, hasExpired: boolean) => void;

/** Everything that any part of the page may need. */
export interface Visit extends Viewer {
  readonly place: Place;
  readonly shown: Shown;
  /** The service's today; null until it said so. */
  readonly today: string | null;
  /** The service runs on the story clock, which it does with sample data only. */
  readonly isStory: boolean;
  readonly connection: Connection;
  /** Goes to a place that differs by this. */
  readonly go: (change: Partial<Place>) => void;
  /** Opens a number. */
  readonly open: (opened: Opened) => void;
  /** Signs out. */
  readonly leave: (hasExpired: boolean) => void;
}

const Visiting = createContext<Visit | null>(null);

export const VisitProvider = Visiting.Provider;

/** The visit that a part of the page belongs to. */
export const useVisit = (): Visit => useContext(Visiting)!;
