import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discarded, unfinishedIn } from '../disk/unfinished.ts';

/** The editor that the user has named, where there is any. */
export function editorOf({ VISUAL, EDITOR }: NodeJS.ProcessEnv): string | undefined {
  return VISUAL || EDITOR || undefined;
}

/** Opens a text in an editor, in a file that only its user can read and that is gone afterwards; where the editor fails, the text stays. */
export function edited(editor: string, text: string): string {
  const folder = unfinishedIn(tmpdir());
  const file = join(folder, 'text.txt');
  try {
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
    // An editor is named with its options: `code --wait`.
    const { status } = spawnSync(`${editor} "${file}"`, { shell: true, stdio: 'inherit' });
    return status === 0 ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trimEnd() : text;
  } finally {
    discarded(folder);
  }
}
