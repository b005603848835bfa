/** How the characters of a text file are written as bytes. */
export type Encoding = 'utf-8' | 'gb18030';
