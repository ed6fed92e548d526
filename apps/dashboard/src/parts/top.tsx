import { askFigure, askRegion } from '../api/asks.js';
import { mayOpen } from '../model/access.js';
import { VIEWS } from '../model/place.js';
import { levelOf, liesIn } from '../model/regions.js';
import { bodyOf, useAnswer } from '../page/answers.js';
import { rememberLanguage } from '../page/language.js';
import { useVisit } from '../page/visit.js';
import type { Language } from '../words/language.js';
import { Choice } from './choice.js';
import { Go } from './go.js';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'id', label: 'ID' },
  { value: 'en', label: 'EN' },
];

/** Whether what is shown moves by itself. */
const Status = () => {
  const { shown, isAnalyst, connection } = useVisit();
  return (
    <p class="status" role="status" data-connection={isAnalyst ? connection : 'public'}>
      {isAnalyst ? shown.words.connection[connection] : shown.words.publicView}
    </p>
  );
};

const Views = () => {
  const { shown, place, token, roles } = useVisit();
  if (token === null) return null;
  return (
    <nav class="views" aria-label={shown.words.viewsLabel}>
      <ul>
        {VIEWS.filter((view) => mayOpen(view, roles)).map((view) => (
          <li key={view}>
            <Go to={{ view }} isCurrent={view === place.view}>
              {shown.words.views[view]}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The lines above everything: name, how live the page is, language, the views. */
export const Top = () => {
  const { shown, place, token, go, leave } = useVisit();
  const { words } = shown;
  const speak = (language: Language) => {
    rememberLanguage(language);
    go({ language });
  };
  return (
    <header class="top">
      <p class="brand">
        <a href="./">{words.title}</a> <span>{words.subtitle}</span>
      </p>
      <Status />
      {token !== null && (
        <button type="button" class="link" onClick={() => leave(false)}>
          {words.signOut}
        </button>
      )}
      <Choice
        name="language"
        label={words.language}
        isLabelHidden
        chosen={place.language}
        choices={LANGUAGES}
        onChoose={speak}
      />
      <Views />
    </header>
  );
};

/** From the country down to the region shown. */
export const Crumbs = () => {
  const { place, shown, regions } = useVisit();
  const { region } = place;
  const above = bodyOf(useAnswer(levelOf(region) === 'set' ? null : askRegion(region)));
  const isAbove = above?.code === region;
  const here = bodyOf(useAnswer(askFigure(place)))?.rows[0]?.name ?? (isAbove ? above.name : region);
  return (
    <nav class="breadcrumb" aria-label={shown.words.place}>
      <ol>
        {(isAbove ? above.ancestors : []).map(({ code, name }) => (
          <li key={code}>{liesIn(code, regions) ? <Go to={{ region: code }}>{name}</Go> : name}</li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
};
