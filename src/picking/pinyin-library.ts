import { pinyin } from 'pinyin-pro';

/** The readings of a character as they are typed, without tones and with v for ü. (A bundle of its own, see bin/build.mjs.) */
export function readingsOf(character: string): readonly string[] {
  return pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
}
