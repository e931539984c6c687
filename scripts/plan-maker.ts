// Makes as many different plans as are wanted out of the sample plans: other places, years and figures.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { administrativeDivisions } from '../src/adapter/division/division.ts'
import { decodeStrictly } from '../src/ingest/encoding/index.ts'
import { bareName } from '../src/text/index.ts'

const FOLDERS = ['../seeds', '../test/fixture/plan'].map((name) => join(import.meta.dirname, name))
/** Plans below this are lengthened by the items of another. */
const LEAST_CHARACTERS = 4000
const FIRST_YEAR = 2015
const YEARS = 20

export interface MadePlan {
  readonly file: string
  readonly text: string
  readonly place: string
  readonly year: number
}

const cities = administrativeDivisions()
  .filter(({ level }) => level === 'city' || level === 'county')
  .map(({ name }) => name)
const samples = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => decodeStrictly(name, readFileSync(join(folder, name))).text),
)

/** The `ordinal`-th plan; no two are alike. */
export function madePlan(ordinal: number): MadePlan {
  const place = cities[(ordinal * 7) % cities.length] ?? ''
  const year = FIRST_YEAR + (ordinal % YEARS)
  const sample = samples[ordinal % samples.length] ?? ''
  const more = sample.length < LEAST_CHARACTERS ? (samples[(ordinal + 3) % samples.length] ?? '') : ''
  const title = `${place}卫生健康委员会${year}年工作要点`
  const body = `${sample}\n${more}`
    .replace(/20[12]\d(?=年)/gu, String(year))
    .replace(/[一-龥]{2}(?=市卫生健康|市委|市政府)/gu, bareName(place))
    .replace(/(?<![\d.])\d{2,3}(?![\d年月])/gu, (figure) => String(Number(figure) + (ordinal % 97)))
  return { file: `${place}-${year}-${ordinal}.txt`, text: `${title}\n\n${body}`, place, year }
}
