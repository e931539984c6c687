import type { PlainValue } from '../corpus/index.ts'
import type { Figure } from './figure.ts'

const SCALES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }

/** The value in its plain unit, so that 1.2 万张 and 12000 张 compare; null without a value. */
export function plainValueOf({ value, valueTo, unit }: Figure): PlainValue | null {
  if (value === null) return null
  if (unit === '成') return { value: value * 10, valueTo: valueTo === null ? null : valueTo * 10, unit: '%' }
  if (unit.startsWith('/')) return { value, valueTo, unit }
  const scale = /^[余多]?(?<letters>[百千]?[万亿]?)[余多]?/u.exec(unit)
  const letters = scale?.groups?.letters ?? ''
  const factor = [...letters].reduce((product, letter) => product * (SCALES[letter] ?? 1), 1)
  const plain = (number: number) => Math.round(number * factor * 1e6) / 1e6
  return {
    value: plain(value),
    valueTo: valueTo === null ? null : plain(valueTo),
    unit: unit.slice(scale?.[0].length ?? 0),
  }
}
