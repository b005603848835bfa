const WIDE = /[\uff10-\uff19\uff0e\uff1d\uff05]/g;
/** How far full-width signs are from the ordinary ones. */
const APART = 0xfee0;

/** Digits typed full-width, and the point, the equals sign and the percent sign among them, made ordinary. */
export function ordinaryDigits(text: string): string {
  return text.replace(WIDE, sign => String.fromCharCode(sign.charCodeAt(0) - APART));
}
