import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A published text and its sentences, as the paired set is made from. */
export interface Material {
  readonly title: string
  readonly text: string
  readonly sentences: readonly string[]
}

const ROOT = join(import.meta.dirname, '../..')
const FOLDERS = ['seeds', 'test/fixture/plan', 'test/fixture/genre']

/** The seeds, the fixture plans and the other genres of government text. */
export function materials(): readonly Material[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => materialOf(readFileSync(join(ROOT, folder, name), 'utf8'))),
  )
}

function materialOf(raw: string): Material {
  const text = raw.replaceAll('\r', '')
  const lines = text.split('\n').map((line) => line.trim())
  const title =
    lines.find((line) => line.length < 60 && /(?:要点|计划|公报|报告|通知)》?(?:的通知)?$/u.test(line)) ??
    lines[0] ??
    ''
  const sentences = lines
    .flatMap((line) => line.split(/(?<=。)/u))
    .map((sentence) =>
      sentence.replace(/^(?:\d+\.|（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\))/u, '').trim(),
    )
    .filter((sentence) => sentence.endsWith('。') && sentence.length >= 12 && sentence.length <= 160)
  return { title: title.replace(/[《》]/gu, ''), text, sentences }
}
