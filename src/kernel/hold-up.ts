/** Holds the whole thread up for so many milliseconds: for what must go on where it is, and cannot await. */
export function holdUp(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
