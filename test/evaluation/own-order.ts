import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunWish } from '../../src/evaluation/index.ts'

const PLAN = `安平区2031年城市更新工作要点

一、增加公共空间
全年建成口袋公园25个，由区园林局负责。
二、缓解停车难
新增停车位1800个。
`

export const QUESTIONS = [
  question('a-1', '安平区2031年要建成多少个口袋公园？', ['25个']),
  question('a-2', '安平区2031年要新增多少个停车位？', ['1800个']),
  question('a-3', '安平区2031年公交专用道要有多长？', []),
  question('a-4', '安平区2031年口袋公园由谁负责？', ['区园林局']),
]

/** @param facts what a right answer holds; without any the question is to be refused */
export function question(id: string, words: string, facts: readonly string[]) {
  const nuggets = facts.map((fact) => ({ any: [fact], vital: true }))
  const kind = facts.length === 0 ? 'refused' : 'answered'
  return { id, suite: kind, question: words, expect: { kind, nuggets, must_not: [], evidence: [] }, note: '' }
}

/** A dataset with the one plan it asks, in a folder. */
export function ownSet(
  folder: string,
  questions: readonly unknown[] = QUESTIONS,
  name = 'own.jsonl',
): NonNullable<RunWish['own']> {
  const dataset = join(folder, name)
  writeFileSync(dataset, questions.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const corpus = join(folder, 'corpus')
  mkdirSync(corpus, { recursive: true })
  writeFileSync(join(corpus, 'anping.txt'), PLAN)
  return { dataset, corpus }
}
