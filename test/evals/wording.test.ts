import { describe, expect, it } from 'vitest'
import { readGate } from '../../evals/gate.ts'
import { BROKEN_PRODUCTS } from '../../evals/meta/broken.ts'
import { calibrate } from '../../evals/meta/calibration.ts'
import { MUTATIONS } from '../../evals/meta/mutation.ts'
import { COMPLAINTS } from '../../evals/run/complaint-source.ts'
import {
  brokenLabel,
  figureWording,
  groupLabel,
  mutationLabel,
  suiteWording,
} from '../../evals/run/wording.ts'
import { type Reply, replySchema } from '../../evals/scorer/reply.ts'
import { casesOf, SUITES } from '../../evals/suite.ts'
import { TASKS } from '../../evals/task/task.ts'

const NOTHING: Reply = replySchema.parse({
  kind: 'refused',
  text: '',
  sentences: [],
  citations: [],
  near_misses: [],
})

/** Those that would stand in a report in the words of the code. */
function unnamed(names: Iterable<string>, label: (name: string) => string): readonly string[] {
  return [...new Set(names)].filter((name) => !/^\p{Script=Han}/u.test(label(name)))
}

const figuresOfTasks = Object.values(TASKS).flatMap(({ figures }) => Object.keys(figures([])))
const scoresOfCases = SUITES.flatMap((source) =>
  casesOf(source).flatMap((one) => Object.keys(TASKS[source.task].score(one, NOTHING, new Map()))),
)
const figuresOfGate = Object.entries(readGate())
  // What a judge by a model is held to is told by its own command.
  .filter(([suite]) => suite !== 'judge')
  .flatMap(([, bounds]) => Object.keys(bounds))

describe('whoever signs a report reads Chinese', () => {
  it.each([
    ['figure', figuresOfTasks, (name: string) => figureWording(name).label],
    ['meaning of a figure', figuresOfTasks, (name: string) => figureWording(name).meaning],
    ['score of a case', scoresOfCases, (name: string) => figureWording(name).label],
    ['figure of the gate', figuresOfGate, (name: string) => figureWording(name).label],
    ['scorer', calibrate().map(({ scorer }) => scorer), (name: string) => figureWording(name).label],
    ['fault put into a reply', Object.keys(MUTATIONS), mutationLabel],
    ['broken product', Object.keys(BROKEN_PRODUCTS), brokenLabel],
    ['suite', [...SUITES.map(({ name }) => name), COMPLAINTS], (name: string) => suiteWording(name).label],
    ['what a suite is', SUITES.map(({ name }) => name), (name: string) => suiteWording(name).about],
    ['kind of question', SUITES.flatMap((one) => casesOf(one).map(({ suite }) => suite)), groupLabel],
  ])('of every %s', (_, names, label) => {
    expect(names.length).toBeGreaterThan(0)
    expect(unnamed(names, label)).toEqual([])
  })

  it('of a suite of one’s own by the name of its file', () => {
    expect(suiteWording('own:seeds').label).toBe('seeds')
  })
})
