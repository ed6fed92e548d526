import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { askFigure, askToday } from '../api/asks.js';
import { tellsStory } from '../model/figure.js';
import type { Place } from '../model/place.js';
import { COUNTRY, SOLO } from '../model/regions.js';
import { DefinitionDialog } from '../parts/definition-dialog.js';
import { Footer } from '../parts/footer.js';
import { Crumbs, Top } from '../parts/top.js';
import { COMPONENT_OF } from '../views/views.js';
import { pageTitle } from '../words/said.js';
import { shownIn } from '../words/shown.js';
import { placeFor, useAddress } from './address.js';
import { Announcer } from './announcer.js';
import { bodyOf, failureOn, useAnswer } from './answers.js';
import { useLive } from './live.js';
import { useVisit, VisitProvider, type Leave, type Opened, type Viewer } from './visit.js';

/** The day and the clock of the service: the day of a figure for which no day was asked, asked as the public does. */
const useToday = () => {
  const { asPublic } = useVisit();
  const part = useAnswer(askToday, { client: asPublic });
  if (part.kind !== 'there') return { today: null, isStory: false };
  const { body, sentAt } = part.answer;
  return { today: body.asOf, isStory: tellsStory(body.asOf, sentAt) };
};

/** The reader begins at the top of a new place. */
const useBeginning = ({ view, region }: Place) => {
  const [begun, begin] = useState(`${view} ${region}`);
  useEffect(() => {
    if (begun === `${view} ${region}`) return;
    begin(`${view} ${region}`);
    document.getElementById('place')?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, [view, region]);
};

/** Where Solo has nobody (another country's office, an empty stack) the country is shown. */
const useElsewhereIfEmpty = () => {
  const { place, go } = useVisit();
  const persons = bodyOf(useAnswer(askFigure(place)))?.rows[0]?.persons;
  useEffect(() => {
    const isAsked = new URLSearchParams(location.search).has('region');
    if (!isAsked && place.region === SOLO && persons === 0) go({ region: COUNTRY });
  }, [persons]);
};

const Page = () => {
  const visit = useVisit();
  const { place, shown, token } = visit;
  const figure = useAnswer(askFigure(place));
  const isRefused = token !== null && failureOn(figure) === 'token-needed';
  useBeginning(place);
  useElsewhereIfEmpty();
  // only when it changes: a browser works out the style of everything anew, whatever it was before
  useEffect(() => {
    document.documentElement.lang = place.language;
  }, [place.language]);
  useEffect(() => {
    document.title = pageTitle(bodyOf(figure), shown);
    if (isRefused) visit.leave(true);
  });
  const View = COMPONENT_OF[place.view];
  return (
    <>
      <a class="skip" href="#place">
        {shown.words.skip}
      </a>
      <Top />
      <main aria-busy={figure.kind === 'there' && figure.isOfBefore}>
        <Crumbs />
        <View />
      </main>
      <Footer />
      <Announcer figure={bodyOf(figure)} />
    </>
  );
};

/** The visit with the clock of the service, for everything that asks about days. */
const WithToday = ({ children }: { readonly children: ComponentChildren }) => {
  const visit = useVisit();
  const dated = { ...visit, ...useToday() };
  return <VisitProvider value={dated}>{children}</VisitProvider>;
};

/** The dashboard. */
export const App = ({ viewer, leave }: { readonly viewer: Viewer; readonly leave: Leave }) => {
  const placeIn = useCallback((search: string) => placeFor(viewer, search), [viewer]);
  const [place, go] = useAddress(placeIn);
  const [opened, open] = useState<Opened | null>(null);
  const connection = useLive(viewer, place);
  const visit = {
    ...viewer,
    place,
    connection,
    go,
    open,
    today: null,
    isStory: false,
    shown: shownIn(place.language),
    leave: (hasExpired: boolean) => leave(place, hasExpired),
  };
  return (
    <VisitProvider value={visit}>
      <WithToday>
        <Page />
        <DefinitionDialog opened={opened} onClose={() => open(null)} />
      </WithToday>
    </VisitProvider>
  );
};
