import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, type Document, normalisedView, overlaps, type Range } from '../../src/corpus/index.ts'
import { toLeaves } from '../../src/ingest/structure/leaves.ts'
import { readSeed, readText, SEED_FOLDER, SEEDS } from '../reader.ts'
import { lineSoup } from './line-soup.ts'
import { roughText } from './rough-text.ts'

function leavesOf(document: Document) {
  const title = document.metadata.title?.evidence ?? null
  return toLeaves(document.text, document.sections, document.exclusions, title)
}

function isAscendingAndDisjoint(ranges: readonly Range[]): boolean {
  return ranges.every((range, index) => range.start >= (ranges[index - 1]?.end ?? 0))
}

/**
 * Characters of the body that lie in no passage or in several, as one string; must be empty. The mark that closes a
 * heading without a body of its own says nothing and may stay outside.
 */
function unreachable(document: Document): string {
  const owners = new Uint8Array(document.text.length)
  for (const { start, end } of document.passages)
    for (let at = start; at < end; at++) owners[at] = (owners[at] ?? 0) + 1
  let lost = ''
  for (const leaf of leavesOf(document).filter(({ kind }) => kind === 'body')) {
    for (let at = leaf.start; at < leaf.end; at++) {
      const character = document.text[at] ?? ''
      if (owners[at] !== 1 && !/[\s。；：:.]/u.test(character)) lost += character
    }
  }
  return lost
}

/** Everything that holds for every reading of every text, whatever it contains. */
function expectSound(document: Document, text: string): void {
  expect(document.text).toBe(text)
  expect(normalisedView(text)).toHaveLength(text.length)
  expect(document.coverage).toBe(1)
  const leaves = leavesOf(document)
  expect(leaves.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  expect(isAscendingAndDisjoint(leaves)).toBe(true)
  expect(isAscendingAndDisjoint(document.exclusions)).toBe(true)
  expectSoundSections(document)
  expectSoundPassages(document)
  for (const field of Object.values(document.metadata)) {
    if (field?.evidence) expect(contains({ start: 0, end: text.length }, field.evidence)).toBe(true)
  }
}

function expectSoundSections({ sections, text }: Document): void {
  const byId = new Map(sections.map((section) => [section.id, section]))
  expect(byId.size).toBe(sections.length)
  for (const [index, section] of sections.entries()) {
    expect(section.start).toBeLessThanOrEqual(section.headingEnd)
    expect(section.headingEnd).toBeLessThanOrEqual(section.end)
    expect(section.end).toBeLessThanOrEqual(text.length)
    expect(section.start).toBeGreaterThan(sections[index - 1]?.start ?? -1)
    const parent = section.parentId === null ? undefined : byId.get(section.parentId)
    expect(section.level).toBe(1 + (parent?.level ?? 0))
    if (parent !== undefined) {
      expect(contains(parent, section)).toBe(true)
      expect(section.start).toBeGreaterThanOrEqual(parent.headingEnd)
    }
    const next = sections[index + 1]
    if (next !== undefined) expect(contains(section, next) || !overlaps(section, next)).toBe(true)
  }
}

function expectSoundPassages(document: Document): void {
  expect(isAscendingAndDisjoint(document.passages)).toBe(true)
  for (const passage of document.passages) {
    const words = document.text.slice(passage.start, passage.end)
    expect(words).not.toBe('')
    expect(words).toBe(words.trim())
    if (document.text.isWellFormed()) expect(words.isWellFormed()).toBe(true)
    expect(passage.end).toBeLessThanOrEqual(document.text.length)
    const section = document.sections.find(({ id }) => id === passage.sectionId)
    if (section !== undefined) expect(contains(section, passage)).toBe(true)
  }
  expect(unreachable(document)).toBe('')
}

describe('reading a seed', () => {
  it.each(Object.keys(SEEDS) as (keyof typeof SEEDS)[])(
    'changes no character of %s and loses none',
    (name) => {
      const bytes = readFileSync(join(SEED_FOLDER, SEEDS[name]))
      const document = readSeed(name)
      expect(Buffer.from(document.text, 'utf8').equals(bytes)).toBe(true)
      expectSound(document, bytes.toString('utf8'))
    },
  )
})

describe('reading any text', () => {
  it('accounts for every character, nests sections and lays passages side by side', () => {
    fc.assert(
      fc.property(lineSoup, (text) => expectSound(readText(text), text)),
      { seed: 20261121, numRuns: 1500 },
    )
  })

  it('holds with rare characters, halves of characters and line ends of every kind strewn in', () => {
    fc.assert(
      fc.property(roughText, (text) => expectSound(readText(text), text)),
      { seed: 20261122, numRuns: 600 },
    )
  })

  it('holds for any string at all, of UTF-16 units too', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (text) =>
        expectSound(readText(text), text),
      ),
      { seed: 20261122, numRuns: 300 },
    )
  })

  it('holds for any string of graphemes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) =>
        expectSound(readText(text), text),
      ),
      { seed: 20261121, numRuns: 1000 },
    )
  })
})

describe('reading a text made to be slow', () => {
  const soups = {
    'table rows': '| 甲项 | 乙项 | 丙项 | 丁项 | 戊项 |\n',
    'planted terms in one line': '大发体育 ',
    'planted terms, one a line': '大发体育\n',
    'page furniture': '打印\n',
    blanks: ' ',
    'empty lines': '\n',
    'dated lines': '2022年3月4日\n',
    signatures: '某市卫生健康委员会\n2022年3月4日\n',
    headings: '一、加强\n（一）领导\n1.好。工作。\n',
    'headings without number': '总体思路\n工作顺利推进，各项任务按时完成，成效明显。\n',
    'open brackets': '“《（',
    'field codes': 'TOC \\o "1-2" ',
    'numbers in one line': '1.好。',
  }
  // Quadratic work on 200,000 characters takes far longer than the limit; linear work takes under a second.
  it.each(Object.entries(soups))(
    'ends in time on 200,000 characters of %s',
    (_, soup) => {
      const text = soup.repeat(Math.ceil(200_000 / soup.length))
      expect(readText(text).coverage).toBe(1)
    },
    10_000,
  )
})
