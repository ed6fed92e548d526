import { useVisit } from '../page/visit.js';

/** How it is counted, and where more is said. */
export const Footer = () => {
  const { words } = useVisit().shown;
  const { definitions } = words;
  const entries = [
    [words.measures.active, definitions.measures.active],
    [words.measures.registered, definitions.measures.registered],
    [words.coverage, definitions.coverage],
    [words.overlap, definitions.overlap],
    [words.codes['unmapped'], definitions.unmapped],
  ];
  return (
    <footer class="foot">
      <details>
        <summary>{words.method}</summary>
        {entries.map(([term, meaning]) => (
          <p key={term}>
            <strong>{term}.</strong> {meaning}
          </p>
        ))}
      </details>
      <p>
        <a href="docs">{words.api}</a>
      </p>
      <p>{words.regionSource}</p>
    </footer>
  );
};
