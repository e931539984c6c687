// Saves every plan that has its gold beside it in every form, reads it again and prints how much of it is right.
// npm run measure:reading -- [folder of marked plans] [--misses]
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { countOf, type FormatCount, WAYS } from '../test/ingest/format-gold.ts'
import { type Gold, readGoldPlan, readMarkedPage } from '../test/ingest/gold.ts'

const FIXTURE = join(import.meta.dirname, '../test/fixture')
const [given] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const isTold = process.argv.includes('--misses')

function textsIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => (name.endsWith('.txt') ? [join(folder, name)] : []))
}

const golds: readonly Gold[] =
  given === undefined
    ? [
        ...textsIn(join(FIXTURE, 'plan')).map(readGoldPlan),
        ...textsIn(join(FIXTURE, 'page')).map(readMarkedPage),
      ]
    : textsIn(given).map(readMarkedPage)

console.log(
  `${golds.length} plans`.padEnd(24),
  'plans  heading F1  levels  metadata  excluded: precision  recall',
)
for (const way of WAYS) {
  const counts: FormatCount[] = []
  for (const gold of golds) {
    const count = await countOf(gold, way)
    if (count === undefined) continue
    counts.push(count)
    if (isTold && !isWhole(count)) console.log(`  ${way[0]} ${gold.file}`, JSON.stringify(count))
  }
  print(way[0], counts)
}

function isWhole({ headings, metadata, characters }: FormatCount): boolean {
  const areHeadings = headings.level === headings.gold && headings.found === headings.gold
  return areHeadings && metadata.right === metadata.all && characters.kept + characters.lost === 0
}

function print(way: string, counts: readonly FormatCount[]): void {
  const sum = (pick: (count: FormatCount) => number) =>
    counts.reduce((total, count) => total + pick(count), 0)
  const found = sum(({ headings }) => headings.found + headings.gold)
  const f1 = (2 * sum(({ headings }) => headings.right)) / found
  const levels = sum(({ headings }) => headings.level) / sum(({ headings }) => headings.gold)
  const metadata = sum((count) => count.metadata.right) / sum((count) => count.metadata.all)
  const excluded = sum(({ characters }) => characters.excluded)
  const right = excluded - sum(({ characters }) => characters.kept)
  const precision = right / (right + sum(({ characters }) => characters.lost))
  const figures = [f1, levels, metadata, precision, right / excluded].map((figure) => figure.toFixed(4))
  console.log(
    way.padEnd(24),
    String(counts.length).padStart(5),
    ...figures.map((figure) => figure.padStart(10)),
  )
}
