/** What the reader opened stays open, whatever is drawn again. */
const BELONGS_TO_READER = ['open'];

const syncAttributes = (now: Element, next: Element): void => {
  const isOwned = now.hasAttribute('data-own');
  for (const name of now.getAttributeNames())
    if (!next.hasAttribute(name) && !isOwned && !BELONGS_TO_READER.includes(name)) now.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
};

/** What stands in a field follows, unless somebody is writing in it. */
const syncField = (now: Element, next: Element): void => {
  if (!(now instanceof HTMLInputElement && next instanceof HTMLInputElement)) return;
  if (now.type === 'radio') now.checked = next.checked;
  else if (now !== document.activeElement) now.value = next.value;
};

const isAlike = (now: Node, next: Node): boolean =>
  now.nodeName === next.nodeName && (now as Element).id === (next as Element).id;

const morphNode = (now: Node, next: Node): void => {
  if (now instanceof Element && next instanceof Element) morph(now, next);
  else if (now.nodeValue !== next.nodeValue) now.nodeValue = next.nodeValue;
};

/**
 * Makes an element look like another one, changing only what differs: focus, selection and scrolling stay where they
 * are. What is in an element with `data-own` belongs to somebody else (a chart) and is left alone.
 */
export const morph = (now: Element, next: Element): void => {
  syncAttributes(now, next);
  syncField(now, next);
  if (now.hasAttribute('data-own')) return;
  const wanted = [...next.childNodes];
  wanted.forEach((node, index) => {
    const there = now.childNodes[index];
    if (there === undefined) now.append(node);
    else if (isAlike(there, node)) morphNode(there, node);
    else there.replaceWith(node);
  });
  while (now.childNodes.length > wanted.length) now.lastChild!.remove();
};
