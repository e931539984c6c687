import characterPairs from 'opencc-js/dict/TSCharacters'

const HALF_WIDTH_OFFSET = 0xfee0

/** Forms of Hong Kong's and of older fonts that OpenCC's table, made for Taiwan's, does not list. */
const VARIANTS: readonly (readonly [string, string])[] = [
  ['衞', '卫'],
  ['敎', '教'],
  ['淸', '清'],
  ['靑', '青'],
  ['眞', '真'],
  ['査', '查'],
]

/**
 * One-to-one character map: traditional to simplified (first choice of OpenCC's character table),
 * full-width ASCII to half-width. Pairs whose UTF-16 lengths differ are left out so that offsets hold.
 */
const simplifiedOf: ReadonlyMap<string, string> = buildMap()

function buildMap(): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  for (const pair of characterPairs.split('|')) {
    const [from, to] = pair.split(' ')
    if (from !== undefined && to !== undefined && from.length === to.length) map.set(from, to)
  }
  for (const [variant, simplified] of VARIANTS) map.set(variant, simplified)
  for (let code = 0xff01; code <= 0xff5e; code++) {
    map.set(String.fromCharCode(code), String.fromCharCode(code - HALF_WIDTH_OFFSET).toLowerCase())
  }
  map.set('\u3000', ' ')
  return map
}

/**
 * The text as code reads it: simplified, half-width, lower-case. Always as long as the original in
 * UTF-16 units, so an offset into the view is the same offset into the text.
 */
export function normalisedView(text: string): string {
  // Appending letter by letter would leave a tree of one node a letter, many times the size of the text.
  const parts: string[] = []
  let copied = 0
  for (let at = 0; at < text.length; ) {
    const character = characterAt(text, at)
    const normal = simplifiedOf.get(character) ?? lowerOf(character)
    if (normal !== character) {
      parts.push(text.slice(copied, at), normal)
      copied = at + character.length
    }
    at += character.length
  }
  return copied === 0 ? text : parts.concat(text.slice(copied)).join('')
}

function characterAt(text: string, at: number): string {
  const code = text.charCodeAt(at)
  const isPair = code >= 0xd800 && code <= 0xdbff
  return isPair ? String.fromCodePoint(text.codePointAt(at) ?? code) : text.charAt(at)
}

function lowerOf(character: string): string {
  // Nearly all of a plan has no case.
  if (character >= '\u3000' && character <= '\u9fff') return character
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}

/** Whether the character is written differently in simplified script. */
export function isTraditional(character: string): boolean {
  const simplified = simplifiedOf.get(character)
  return simplified !== undefined && character > '\u2e80' && character < '\uff00'
}
