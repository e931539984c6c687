import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Corpus, createCorpus } from '../../src/corpus/index.ts'
import type { DraftSentence, Outline } from '../../src/outline/index.ts'
import { PLAN_FOLDER, readPlan, readText, SEED_FOLDER } from '../reader.ts'

export const SERIES_FOLDER = join(import.meta.dirname, '../fixture/series')

const textsIn = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readPlan(join(folder, file)))

/** Every plan of the seeds, the fixture plans and the series. */
export function allPlans(): Corpus {
  return createCorpus([SEED_FOLDER, PLAN_FOLDER, SERIES_FOLDER].flatMap(textsIn))
}

export function corpusOf(texts: Readonly<Record<string, string>>): Corpus {
  return createCorpus(Object.entries(texts).map(([file, text]) => readText(text, file)))
}

export function sentencesOf({ opening, sections }: Outline): readonly DraftSentence[] {
  return [
    ...opening,
    ...sections.flatMap(({ intro, items }) => [...intro, ...items.flatMap((item) => item.sentences)]),
  ]
}

/** Bodies with one to four earlier plans, with and without a running plan of several years. */
export const BODIES = [
  ['青岛', 2023],
  ['青岛', 2022],
  ['慈溪', 2023],
  ['蓟州', 2023],
  ['遂宁', 2025],
  ['遂宁', 2023],
  ['鲁山', 2026],
  ['绥芬河', 2023],
  ['禅城', 2026],
  ['衡阳', 2025],
  ['湄潭', 2024],
  ['江夏', 2026],
  ['溧阳', 2025],
] as const
