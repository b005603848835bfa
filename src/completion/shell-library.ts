import { script } from '@bomb.sh/tab';
import { BASH_SCRIPT } from './bash-script.ts';

/** The script that makes a shell ask `tiaochu complete` what can come next. */
export function scriptFor(shell: string): string {
  if (shell === 'bash') return BASH_SCRIPT;
  const changes = CHANGES[shell] ?? [];
  return changes.reduce((text, [from, to]) => text.replaceAll(from, () => to), libraryScript(shell));
}

function libraryScript(shell: string): string {
  // The library writes it to the console only.
  const { log } = console;
  const written: string[] = [];
  console.log = (text: string) => written.push(text);
  try {
    script(shell, 'tiaochu', 'tiaochu');
  } finally {
    console.log = log;
  }
  return written.join('\n');
}

/** Where the library's scripts would run what is typed, or what the ledger answers. */
const CHANGES: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  zsh: [
    [`flagPrefix="-P \${BASH_REMATCH}"`, `flagPrefix="-P \${(q)BASH_REMATCH}"`],
    // With -Q a chosen word would stand on the line without quotes.
    [`completions -Q \${flagPrefix}`, `completions \${flagPrefix}`],
  ],
  // PowerShell takes the typographic quotes for plain ones.
  powershell: [[`($_ -replace "'", "''")`, `($_ -replace "['\\u2018-\\u201b]", '$0$0')`]],
};
