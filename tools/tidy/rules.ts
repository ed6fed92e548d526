/** What is not written in this project, where, and what is written instead. */
export interface Ban {
  readonly pattern: RegExp;
  readonly instead: string;
  /** Folders and files, by the beginning or the end of their paths, where it has its place. */
  readonly except: readonly RegExp[];
  /** Where it is banned; everywhere when not stated. */
  readonly only?: RegExp;
  /** In tests as well as in what runs. */
  readonly inTests?: true;
}

const TOOLS = /^tools\//;

export const BANS: readonly Ban[] = [
  {
    pattern: /\bnew Date\(\)|\bDate\.now\(/,
    instead: 'ask the Clock',
    except: [/^libs\/(kernel\/src\/system|messaging\/src\/machine-time)\.ts$/, TOOLS, /^apps\/dashboard\//],
  },
  { pattern: /\bconsole\./, instead: 'use the injected logger', except: [TOOLS] },
  {
    pattern: /\bprocess\.env\b/,
    instead: "read it in the service's config.ts",
    except: [/\/config\.ts$/, /^libs\/testing\//, TOOLS],
  },
  {
    pattern: /\bas any\b/,
    instead: 'narrow it with a type guard, or say unknown',
    except: [],
  },
  { pattern: /\b(FIXME|TODO|XXX)\b/, instead: 'finish it', except: [], inTests: true },
  {
    pattern: /@ts-(ignore|nocheck)|eslint-disable|oxlint-disable|prettier-ignore/,
    instead: 'mend what is complained of',
    except: [],
    inTests: true,
  },
  {
    pattern: /\b(it|test|describe)\.(skip|only|todo)\b/,
    instead: 'let every test run',
    except: [],
    inTests: true,
  },
  {
    pattern: /\bMath\.random\(/,
    instead: 'take chance as an argument',
    except: [TOOLS, /^apps\/dashboard\//],
  },
  {
    pattern: /(=|<|>|\bin|\blike|\bvalues)\s*\(?'?\$\{[a-z]/, // constants, in capitals, are the program's own words
    instead: 'give values to SQL as parameters',
    except: [TOOLS],
    only: /\/outbound\//,
  },
];

/** No file that runs is longer; a longer one tells two stories. */
export const FILE_LINES_MAX = 200;
export const FILE_LINES_MEDIAN_MAX = 50;
export const FILE_LINES_P90_MAX = 120;
export const FUNCTION_LINES_MAX = 50;
export const FUNCTION_LINES_P90_MAX = 25;
/** Folders below `src` of a service. */
export const FOLDERS_DEEP_MAX = 4;
