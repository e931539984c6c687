import { beforeAll, describe, expect, it } from 'vitest'
import { absentQuestions, longReports } from '../../evals/long-report.ts'
import { ask, type Desk } from '../../src/answer/index.ts'
import { understand } from '../../src/retrieval/index.ts'
import { deskOver } from '../desk.ts'

describe('sixty long reports of the same indicators', () => {
  const { reports, questions } = longReports()
  let desk: Desk

  beforeAll(async () => {
    desk = await deskOver(Object.fromEntries(reports.map(({ file, text }) => [file, text])))
  })

  it('puts the right paragraph of the right report first', async () => {
    for (const { question, file, start, end } of questions) {
      const [first] = await desk.retriever.search(understand(question, desk.catalogue), 1)
      const passage = first && desk.corpus.passages.get(first.passageId)
      const document = passage && desk.corpus.documents.get(passage.documentId)?.document
      expect(document?.file).toBe(file)
      expect(passage !== undefined && passage.start < end && start < passage.end).toBe(true)
    }
  })

  it('says which place or year it does not hold', async () => {
    for (const question of absentQuestions()) {
      const answer = await ask(question, {}, desk)
      expect(answer).toMatchObject({
        kind: 'refused',
        reason: question.includes('2031') ? 'year_not_in_corpus' : 'region_not_in_corpus',
      })
    }
  })
})
