/** The SHA-256 of a text, in hexadecimal. Node's own module is loaded when it is asked for, as few commands need it. */
export function sha256(text: string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
}
