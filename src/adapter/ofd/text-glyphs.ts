import { elementsOf, textOf, type XmlElement } from '../archive/index.ts'
import type { Glyph } from '../pdf/glyph.ts'

export type Box = readonly [x: number, y: number, width: number, height: number]
type Matrix = readonly [number, number, number, number, number, number]

const MOST_DELTAS = 100_000
/** OFD measures in millimetres, the reading of pages in points. */
export const POINTS = 72 / 25.4

/** The characters of one text object, each where its page shows it. */
export function textGlyphs(object: XmlElement): readonly Glyph[] {
  const [boxLeft, boxTop] = boxOf(object.attributes.get('Boundary')) ?? [0, 0, 0, 0]
  const [a, b, c, d, e, f] = matrixOf(object.attributes.get('CTM'))
  const fontSize = Number(object.attributes.get('Size') ?? 0)
  const size = fontSize * Math.hypot(c, d)
  return elementsOf(object, 'TextCode').flatMap((code) => {
    const characters = [...textOf(code)]
    const deltasX = deltasOf(code.attributes.get('DeltaX'))
    const deltasY = deltasOf(code.attributes.get('DeltaY'))
    let x = Number(code.attributes.get('X') ?? 0)
    let y = Number(code.attributes.get('Y') ?? 0)
    return characters.map((text, at) => {
      const left = boxLeft + a * x + c * y + e
      const right = left + widthOf(text, size, deltasX[at], Math.hypot(a, b))
      const baseline = boxTop + b * x + d * y + f
      const glyph: Glyph = {
        text,
        left: left * POINTS,
        right: right * POINTS,
        baseline: baseline * POINTS,
        size: size * POINTS,
      }
      x += deltasX[at] ?? (deltasY.length > 0 ? 0 : advanceOf(text, fontSize))
      y += deltasY[at] ?? 0
      return glyph
    })
  })
}

/** Advances may be wider than the glyph (a tab stop); a glyph is never wider than its size. */
function widthOf(text: string, size: number, delta: number | undefined, scale: number): number {
  const own = advanceOf(text, size)
  return delta !== undefined && delta > 0 ? Math.min(own, delta * scale) : own
}

function advanceOf(text: string, size: number): number {
  return (text.codePointAt(0) ?? 0) >= 0x2000 ? size : size / 2
}

/** `g 5 3.5` stands for five advances of 3.5. */
function deltasOf(list: string | undefined): readonly number[] {
  const deltas: number[] = []
  const words = (list ?? '').trim().split(/\s+/)
  for (let at = 0; at < words.length && deltas.length < MOST_DELTAS; at++) {
    if (words[at] === 'g') {
      const count = Math.min(Number(words[at + 1]) || 0, MOST_DELTAS)
      const delta = Number(words[at + 2])
      if (Number.isFinite(delta)) for (let index = 0; index < count; index++) deltas.push(delta)
      at += 2
    } else if (words[at] !== '' && Number.isFinite(Number(words[at]))) deltas.push(Number(words[at]))
  }
  return deltas
}

export function boxOf(list: string | undefined): Box | undefined {
  const [x, y, width, height] = numbersOf(list)
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return [x, y, width, height]
}

function matrixOf(list: string | undefined): Matrix {
  const [a, b, c, d, e, f] = numbersOf(list)
  if (a === undefined || b === undefined || c === undefined || d === undefined) return [1, 0, 0, 1, 0, 0]
  return [a, b, c, d, e ?? 0, f ?? 0]
}

function numbersOf(list: string | undefined): readonly number[] {
  const numbers = (list ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  return numbers.every(Number.isFinite) ? numbers : []
}
