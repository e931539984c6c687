import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { type Document, exclusionReasonSchema, normalisedView, type Range } from '../../src/corpus/index.ts'

const metadataSchema = z.object({
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  jurisdiction: z.object({ name: z.string(), level: z.string(), parent: z.string().nullable() }).nullable(),
  kind: z.string().nullable(),
  years: z.tuple([z.int(), z.int()]).nullable(),
  document_number: z.string().nullable(),
  issued_on: z.string().nullable(),
  script: z.string().nullable(),
})

const excludedSchema = z.object({ start: z.int(), end: z.int(), reason: exclusionReasonSchema })
const headingSchema = z.object({ level: z.int(), start: z.int(), words: z.string() })

/** What a person reads in a document; offsets into its text. */
export interface Gold {
  readonly file: string
  readonly text: string
  readonly metadata: z.infer<typeof metadataSchema>
  readonly excluded: readonly z.infer<typeof excludedSchema>[]
  readonly headings: readonly z.infer<typeof headingSchema>[]
}

const planSchema = z.object({
  metadata: metadataSchema,
  excluded: z.array(excludedSchema),
  headings: z.array(
    z.object({ level: z.int(), number: z.string().nullable(), heading: z.string(), start: z.int() }),
  ),
})

/** A plan with its `.gold.json` beside it. */
export function readGoldPlan(path: string): Gold {
  const gold = planSchema.parse(JSON.parse(readFileSync(path.replace(/\.txt$/u, '.gold.json'), 'utf8')))
  return {
    ...gold,
    file: basename(path),
    text: readFileSync(path, 'utf8'),
    headings: gold.headings.map(({ level, number, heading, start }) => ({
      level,
      start,
      words: `${number ?? ''}${heading}`,
    })),
  }
}

const MARK = /⟦(?<reason>\w+):|⟧|‹(?<level>\d)›|‹\/›|[^⟦⟧‹›]+/gu

/**
 * A page whose gold is written into it: `⟦reason:text⟧` is excluded, `‹level›words‹/›` is a heading. The metadata
 * stand as JSON on the first line.
 */
export function readMarkedPage(path: string): Gold {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n')
  let text = ''
  let start = 0
  let opened = ''
  const excluded: z.infer<typeof excludedSchema>[] = []
  const headings: z.infer<typeof headingSchema>[] = []
  for (const { 0: piece, groups } of lines.join('\n').matchAll(MARK)) {
    if (piece === '⟧') excluded.push(excludedSchema.parse({ start, end: text.length, reason: opened }))
    else if (piece === '‹/›') headings.push({ level: Number(opened), start, words: text.slice(start) })
    else if (groups?.reason === undefined && groups?.level === undefined) text += piece
    else {
      start = text.length
      opened = groups.reason ?? groups.level ?? ''
    }
  }
  return { file: basename(path), text, metadata: metadataSchema.parse(JSON.parse(head)), excluded, headings }
}

/** Figures of one or several readings, and each miss in words. */
export interface Measured {
  readonly headings: {
    readonly right: number
    readonly found: number
    readonly gold: number
    readonly level: number
  }
  readonly metadata: { readonly right: number; readonly all: number }
  readonly excluded: {
    readonly right: number
    readonly found: number
    readonly gold: number
    readonly reason: number
  }
  readonly misses: readonly string[]
}

export function measure(document: Document, gold: Gold): Measured {
  const headings = measureHeadings(document, gold)
  const metadata = measureMetadata(document, gold)
  const excluded = measureExclusions(document, gold)
  const misses = [headings, metadata, excluded].flatMap((part) => part.misses)
  return { headings, metadata, excluded, misses: misses.map((miss) => `${gold.file}: ${miss}`) }
}

function measureHeadings({ sections }: Document, gold: Gold) {
  const read = new Map(sections.map((section) => [section.start, section]))
  const wanted = new Map(gold.headings.map((heading) => [heading.start, heading]))
  const misses: string[] = []
  let right = 0
  let level = 0
  for (const heading of gold.headings) {
    const section = read.get(heading.start)
    const words = section === undefined ? undefined : squeeze(`${section.number}${section.heading}`)
    if (words !== squeeze(heading.words)) misses.push(`heading ${heading.words}, read ${words}`)
    else right++
    if (section?.level === heading.level) level++
    else if (section !== undefined)
      misses.push(`level ${heading.level} of ${heading.words}, read ${section.level}`)
  }
  for (const { start, heading } of sections) if (!wanted.has(start)) misses.push(`no heading: ${heading}`)
  return { right, level, found: sections.length, gold: gold.headings.length, misses }
}

function squeeze(text: string): string {
  return text.replace(/[\s　]+/gu, '')
}

function measureMetadata(document: Document, gold: Gold) {
  const misses = metadataMisses(document, gold)
  const all = Object.keys(gold.metadata).length
  return { right: all - misses.length, all, misses }
}

/** The parent of a place is looked up and not read; names are compared in simplified script, and without blanks. */
export function metadataMisses({ metadata }: Document, gold: Gold): readonly string[] {
  const place = metadata.jurisdiction?.value
  const read: Readonly<Record<keyof Gold['metadata'], unknown>> = {
    title: metadata.title?.value ?? null,
    issuer: metadata.issuer?.value ?? null,
    jurisdiction: place === undefined ? null : `${place.name} ${place.level}`,
    kind: metadata.kind?.value ?? null,
    years: metadata.years?.value ?? null,
    document_number: metadata.documentNumber?.value ?? null,
    issued_on: metadata.issuedOn?.value ?? null,
    script: metadata.script?.value ?? null,
  }
  const named = gold.metadata.jurisdiction
  const jurisdiction = named === null ? null : `${normalisedView(named.name)} ${named.level}`
  const wanted = { ...gold.metadata, jurisdiction }
  const fields = Object.keys(wanted) as (keyof typeof wanted)[]
  return fields
    .filter((field) => squeeze(JSON.stringify(read[field])) !== squeeze(JSON.stringify(wanted[field])))
    .map((field) => `${field} ${JSON.stringify(wanted[field])}, read ${JSON.stringify(read[field])}`)
}

function measureExclusions({ text, exclusions }: Document, gold: Gold) {
  const read = reasonsOf(exclusions)
  const wanted = reasonsOf(gold.excluded)
  const right = [...read.keys()].filter((at) => wanted.has(at))
  const quote = ({ start, end, reason }: Range & { reason: string }) => `${reason} ${text.slice(start, end)}`
  return {
    right: right.length,
    found: read.size,
    gold: wanted.size,
    reason: right.filter((at) => read.get(at) === wanted.get(at)).length,
    misses: [
      ...gold.excluded
        .filter((range) => !isCovered(range, read))
        .map((range) => `not excluded: ${quote(range)}`),
      ...exclusions.filter((range) => !isCovered(range, wanted)).map((range) => `excluded: ${quote(range)}`),
    ],
  }
}

function reasonsOf(ranges: readonly (Range & { readonly reason: string })[]): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>()
  for (const { start, end, reason } of ranges) for (let at = start; at < end; at++) reasons.set(at, reason)
  return reasons
}

function isCovered({ start, end }: Range, reasons: ReadonlyMap<number, string>): boolean {
  return Array.from({ length: end - start }, (_, offset) => start + offset).every((at) => reasons.has(at))
}

export interface Figures {
  readonly headingF1: number
  readonly levelAccuracy: number
  readonly metadataAccuracy: number
  readonly exclusionPrecision: number
  readonly exclusionRecall: number
  readonly reasonAccuracy: number
}

export function figuresOf(all: readonly Measured[]): Figures {
  const sum = (pick: (measured: Measured) => number) =>
    all.reduce((total, measured) => total + pick(measured), 0)
  const rightHeadings = sum(({ headings }) => headings.right)
  const rightExcluded = sum(({ excluded }) => excluded.right)
  return {
    headingF1:
      (2 * rightHeadings) / (sum(({ headings }) => headings.found) + sum(({ headings }) => headings.gold)),
    levelAccuracy: sum(({ headings }) => headings.level) / sum(({ headings }) => headings.gold),
    metadataAccuracy: sum(({ metadata }) => metadata.right) / sum(({ metadata }) => metadata.all),
    exclusionPrecision: rightExcluded / sum(({ excluded }) => excluded.found),
    exclusionRecall: rightExcluded / sum(({ excluded }) => excluded.gold),
    reasonAccuracy: sum(({ excluded }) => excluded.reason) / rightExcluded,
  }
}
