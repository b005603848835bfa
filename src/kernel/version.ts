declare const TIAOCHU_VERSION: string;

/** The program's version, as package.json has it. */
export const VERSION = TIAOCHU_VERSION;
