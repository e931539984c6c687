import { Converter } from 'opencc-js'
import { type EvalCase, readCases } from './case.ts'

/** One question of so many gets a twin. */
const EVERY = 3

const toTraditional = Converter({ from: 'cn', to: 'tw' })

/** Every third question of a set in traditional letters; the documents and what a right reply holds stay as they are. */
export function traditionalTwins(dataset: string): readonly EvalCase[] {
  return readCases(dataset)
    .filter((_, at) => at % EVERY === 0)
    .flatMap((evalCase) => {
      const question = toTraditional(evalCase.question)
      const history = evalCase.history.map((words) => toTraditional(words))
      return question === evalCase.question
        ? []
        : [{ ...evalCase, id: `${evalCase.id}-t`, question, history }]
    })
}
