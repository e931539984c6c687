const DIGITS = [...'零一二三四五六七八九']
const LEGAL_DIGITS = [...'零壹贰叁肆伍陆柒捌玖']
const LEGAL_TRADITIONAL_DIGITS = [...'零壹貳參肆伍陸柒捌玖']
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']

type Format = (number: number) => string

/** Formats by the names of ECMA-376 17.18.59; whatever is missing here is written in decimal. */
const FORMATS: Readonly<Record<string, Format>> = {
  none: () => '',
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperLetter: (number) => letters(number, 'A'),
  lowerLetter: (number) => letters(number, 'a'),
  chineseCounting: (number) => (number < 100 ? counted(number, DIGITS, '十', true) : positional(number)),
  taiwaneseCounting: (number) => (number < 100 ? counted(number, DIGITS, '十', true) : positional(number)),
  chineseCountingThousand: (number) => counted(number, DIGITS, '十百千万', true),
  taiwaneseCountingThousand: (number) => counted(number, DIGITS, '十百千萬', true),
  japaneseCounting: (number) =>
    counted(number, DIGITS, '十百千万', true)
      .replaceAll('零', '')
      .replace(/^一(?=[百千])/u, ''),
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: (number) => counted(number, LEGAL_DIGITS, '拾佰仟萬', false),
  ideographLegalTraditional: (number) => counted(number, LEGAL_TRADITIONAL_DIGITS, '拾佰仟萬', false),
  ideographTraditional: (number) => STEMS[number - 1] ?? String(number),
  ideographZodiac: (number) => BRANCHES[number - 1] ?? String(number),
  ideographZodiacTraditional: (number) =>
    number >= 1 && number <= 60
      ? `${STEMS[(number - 1) % 10]}${BRANCHES[(number - 1) % 12]}`
      : String(number),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (number) => enclosed(number, 0x2488, `${number}.`),
  decimalEnclosedParen: (number) => enclosed(number, 0x2474, `(${number})`),
  ideographEnclosedCircle: (number) =>
    number >= 1 && number <= 10 ? String.fromCodePoint(0x3280 + number - 1) : String(number),
}

/** A counter's value as Word shows it. */
export function formatNumber(format: string, number: number): string {
  // The name comes from the file, and may be that of something every object has.
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  return number < 0 || write === undefined ? String(number) : write(number)
}

/** 十一, 一百零一, 一千零二十; below twenty without the leading one where that is the custom. */
function counted(number: number, digits: readonly string[], units: string, dropsFirstOne: boolean): string {
  if (number === 0) return digits[0] ?? ''
  if (number >= 100_000) return String(number)
  const places = [...String(number)].reverse().map(Number)
  let text = ''
  places.forEach((digit, place) => {
    if (digit === 0) {
      if (text !== '' && !text.startsWith(digits[0] ?? '')) text = `${digits[0]}${text}`
    } else text = `${digits[digit]}${place === 0 ? '' : [...units][place - 1]}${text}`
  })
  return dropsFirstOne && number < 20 && number >= 10 ? text.slice(1) : text
}

function positional(number: number): string {
  return [...String(number)].map((digit) => (digit === '0' ? '○' : DIGITS[Number(digit)])).join('')
}

function wide(number: number): string {
  return [...String(number)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('')
}

/** Word goes on after Z with AA, BB, CC. */
function letters(number: number, first: string): string {
  if (number < 1 || number > 780) return String(number)
  const letter = String.fromCharCode(first.charCodeAt(0) + ((number - 1) % 26))
  return letter.repeat(Math.floor((number - 1) / 26) + 1)
}

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  const signs = [
    ...Object.entries({
      M: 1000,
      CM: 900,
      D: 500,
      CD: 400,
      C: 100,
      XC: 90,
      L: 50,
      XL: 40,
      X: 10,
      IX: 9,
      V: 5,
      IV: 4,
      I: 1,
    }),
  ]
  let rest = number
  return signs
    .map(([sign, value]) => {
      const times = Math.floor(rest / value)
      rest -= times * value
      return sign.repeat(times)
    })
    .join('')
}

function circled(number: number): string {
  if (number >= 21 && number <= 35) return String.fromCodePoint(0x3251 + number - 21)
  if (number >= 36 && number <= 50) return String.fromCodePoint(0x32b1 + number - 36)
  return number === 0 ? '⓪' : enclosed(number, 0x2460, String(number))
}

function enclosed(number: number, first: number, otherwise: string): string {
  return number >= 1 && number <= 20 ? String.fromCodePoint(first + number - 1) : otherwise
}
