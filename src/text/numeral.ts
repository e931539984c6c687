const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The value of a Chinese numeral such as 十二, 二十, 一百零三 or 二〇二五; undefined for anything else. */
export function parseChineseNumeral(numeral: string): number | undefined {
  if (numeral === '') return undefined
  const letters = [...numeral]
  if (letters.every((letter) => letter in DIGITS)) {
    return Number(letters.map((letter) => DIGITS[letter]).join(''))
  }
  let total = 0
  let digit: number | undefined
  for (const letter of letters) {
    const unit = UNITS[letter]
    if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = undefined
    } else if (letter in DIGITS) {
      digit = DIGITS[letter]
    } else {
      return undefined
    }
  }
  return total + (digit ?? 0)
}
