import { longDay } from '../format/days.js';
import type { Language } from '../words/language.js';

const VOID = ['input', 'br', 'hr', 'img'];
/** What opens when it is pressed, or is a field; what is drawn, whose numbers stand in a table; what is for paper alone. */
const OPENS = /^<(button|a|summary|select|output|label|progress)\b|role="(img|meter)"|class="print-only/;
/** What holds the name of something, as a version or a code is. */
const NAMES = /class="[^"]*\bis-name\b|lang="id"/;

const monthsIn = (language: Language): string =>
  Array.from({ length: 12 }, (_, index) => {
    const day = longDay(`2024-${String(index + 1).padStart(2, '0')}-01`, language);
    return day.split(' ')[1]!;
  }).join('|');

/** Texts with digits in them that count nothing. */
const namesIn = (language: Language): readonly RegExp[] => [
  new RegExp(`\\d{1,2} (${monthsIn(language)}) \\d{4}`, 'g'), // days
  /[A-Z][a-z]{2,3} \d{4}/g, // months
  /\d\d[.:]\d\d[.:]\d\d WIB/g,
  /(versi|version)\s\d+/g,
  /(pembangunan ulang|rebuild) \d+/gi,
  /(partisi|partition) \d+, (peristiwa|event|offset) \d+/g,
  /[a-z]+\.[a-z]+\.v1/g, // topics
  /[a-z]+(-[a-z]+)*-\d{4}(-\d\d-\d\d)?/gi, // identifiers of sources, references and campaigns
  /PP 44\/2015/g,
  /3, 6,? (dan|and) 12 (bulan|months)/g,
  /\b(3|6|12) (bulan|months)/g,
  /28 (hari|days)/g,
];

/** The texts that stand in nothing that opens. */
const textsIn = (markup: string): readonly string[] => {
  const within: string[] = [];
  const texts: string[] = [];
  for (const [stretch] of markup.replaceAll('&nbsp;', ' ').matchAll(/<[^>]+>|[^<]+/g)) {
    if (stretch.startsWith('</')) within.pop();
    else if (!stretch.startsWith('<'))
      texts.push(within.some((tag) => OPENS.test(tag) || NAMES.test(tag)) ? ' ' : stretch);
    else if (!stretch.endsWith('/>') && !VOID.includes(/^<(\w+)/.exec(stretch)![1]!)) within.push(stretch);
  }
  return texts;
};

/** The numbers that are shown and do not open. */
export const outsideOpeners = (markup: string, language: Language): readonly string[] => {
  const texts = textsIn(markup).map((text) =>
    namesIn(language).reduce((rest, name) => rest.replace(name, ' '), text),
  );
  return texts.flatMap((text) => text.match(/\d[\d.,]*\d|\d/g) ?? []);
};
