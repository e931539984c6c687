import { pinyin } from 'pinyin-pro'

const known = new Map<string, readonly string[]>()

/** Readings of one character without tones; empty for what is no Han character. */
function readingsOf(character: string): readonly string[] {
  const cached = known.get(character)
  if (cached !== undefined) return cached
  const readings = /^\p{Script=Han}$/u.test(character)
    ? pinyin(character, { toneType: 'none', type: 'array', multiple: true })
    : []
  known.set(character, readings)
  return readings
}

/** Whether two different characters can be read alike: the slip of a pinyin keyboard, 就珍率 for 就诊率. */
export function areHomophones(a: string, b: string): boolean {
  if (a === b) return false
  const readings = readingsOf(b)
  return readingsOf(a).some((reading) => readings.includes(reading))
}
