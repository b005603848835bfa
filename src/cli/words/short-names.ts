/** The options that have a letter: those of any command that people type most. */
export const SHORT_NAMES: Readonly<Record<string, string>> = { output: 'o', format: 'f', quiet: 'q', yes: 'y' };
