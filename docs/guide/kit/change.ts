import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A block of a chapter: the whole of a new file, or what is exchanged in one that is there. */
export type Edit =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly from: string; readonly to: string };

const SECTION = /^## \d+\. [^`]*`([^`]+)`$/;
const FENCE = /^```(\w*)$/;

const exchanged = (lines: readonly string[], marks: string): string =>
  lines
    .filter((line) => marks.includes(line[0] ?? ' '))
    .map((line) => `${line.slice(1)}\n`)
    .join('');

const editOf = (file: string, language: string, lines: readonly string[]): Edit =>
  language === 'diff'
    ? { file, from: exchanged(lines, ' -'), to: exchanged(lines, ' +') }
    : { file, text: lines.map((line) => `${line}\n`).join('') };

/** The blocks below headings that end in a path, in order. */
export const editsIn = (chapter: string): readonly Edit[] => {
  const edits: Edit[] = [];
  let file: string | null = null;
  let block: { language: string; lines: string[] } | null = null;
  for (const line of chapter.split('\n')) {
    const fence = FENCE.exec(line);
    if (block !== null && fence !== null) {
      if (file !== null) edits.push(editOf(file, block.language, block.lines));
      block = null;
    } else if (block !== null) block.lines.push(line);
    else if (fence !== null) block = { language: fence[1]!, lines: [] };
    else if (line.startsWith('## ')) file = SECTION.exec(line)?.[1] ?? null;
  }
  return edits;
};

/** Applies a block. What it exchanges must stand in its file exactly once: then the chapter follows the project. */
export const apply = async (root: string, edit: Edit): Promise<void> => {
  const path = join(root, edit.file);
  if ('text' in edit) {
    await mkdir(dirname(path), { recursive: true });
    return writeFile(path, edit.text, { flag: 'wx' });
  }
  const parts = (await readFile(path, 'utf8')).split(edit.from);
  if (parts.length !== 2)
    throw new Error(`this stands ${parts.length - 1} times in ${edit.file}, not once:\n${edit.from}`);
  await writeFile(path, parts.join(edit.to));
};
