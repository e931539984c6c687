// The questions of the datasets, asked of other places and years, so that they fit a corpus that was made.
import { join } from 'node:path'
import { readCases } from '../evals/case.ts'
import { administrativeDivisions } from '../src/adapter/division/division.ts'
import { bareName, createGazetteer } from '../src/text/index.ts'
import type { MadeDocument } from './corpus-maker.ts'

/** What a question says of where and when: the less it says, the more passages are candidates. */
export const AIMS = ['place and year', 'place', 'year', 'neither'] as const
export type Aim = (typeof AIMS)[number]

export interface AimedQuestion {
  readonly aim: Aim
  readonly text: string
}

const DATASETS = ['seed-questions.jsonl', 'fixture-questions.jsonl'].map((name) =>
  join(import.meta.dirname, '../evals/datasets', name),
)
/** County names by which the datasets' questions call their places. */
const SAMPLE_PLACES: ReadonlySet<string> = new Set(['慈溪', '蓟州', '溧阳', '江夏', '湄潭'])
/** Of every ten questions so many have each aim. */
const MIX: readonly Aim[] = [
  ...Array<Aim>(5).fill('place and year'),
  ...Array<Aim>(2).fill('place'),
  ...Array<Aim>(2).fill('year'),
  'neither',
]

export function aimedQuestions(documents: readonly MadeDocument[]): readonly AimedQuestion[] {
  const gazetteer = createGazetteer(administrativeDivisions(), SAMPLE_PLACES)
  const own = (name: string) => gazetteer.find(name)
  return DATASETS.flatMap(readCases).map(({ question }, at) => {
    const { place, year } = documents[(at * 37) % documents.length] ?? { place: '', year: 0 }
    const aim = MIX[at % MIX.length] ?? 'neither'
    const bare = without(question, own(question))
    const where = aim.startsWith('place') ? bareName(place) : ''
    const when = aim.endsWith('year') ? `${year}年` : ''
    return { aim, text: `${where}${when}${bare}` }
  })
}

/** The question without its places and years. */
function without(
  question: string,
  places: readonly { readonly start: number; readonly end: number }[],
): string {
  let left = question
  for (const { start, end } of [...places].reverse()) left = left.slice(0, start) + left.slice(end)
  return left.replace(/^[市区县省]/u, '').replace(/20\d\d年?/gu, '')
}
