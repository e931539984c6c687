import type { CaseView } from '../../src/evaluation/index.ts'
import type { EvalCase, RubricLine } from '../case.ts'
import type { StoredCase } from '../run/case-file.ts'
import { taskOf } from '../run/task-of.ts'
import { figureWording } from '../run/wording.ts'

const MUST_BE_WHOLE = ['citationRecall', 'citationPrecision', 'spanExactness', 'numericFidelity'] as const

/** Whether somebody should look at it: wrong, unscored, or right and yet badly supported. */
export function isFailure({ scores }: StoredCase): boolean {
  return scores.correctness !== 1 || MUST_BE_WHOLE.some((name) => (scores[name] ?? 1) < 1)
}

/** A stored case in the form a person judges. */
export function caseView(one: StoredCase): CaseView {
  const { suite, evalCase, reply, scores } = one
  const { expect, draft } = evalCase
  return {
    suite,
    task: taskOf(evalCase),
    id: evalCase.id,
    group: evalCase.suite,
    question: evalCase.question,
    history: [...evalCase.history],
    expected: {
      kind: expect.kind,
      facts: draft === undefined ? expect.nuggets.map(({ any }) => any[0] ?? '') : [draft.what],
      must_not: [...expect.must_not],
      evidence: [...expect.evidence, ...expect.hits, ...sourceOf(draft)].map(({ file, quote }) => ({
        file,
        quote,
      })),
      note: evalCase.note,
    },
    got: {
      kind: reply.kind,
      text: reply.text,
      citations: reply.citations.map(({ document_title, path, cited_text }) => ({
        title: document_title,
        path: [...path],
        quote: cited_text,
      })),
      near_misses: reply.near_misses.map(({ why, citation }) => ({ why, quote: citation.cited_text })),
    },
    scores,
    faults: [...faultsOf(one)],
  }
}

/** The place in an earlier plan that a line of a rubric is about; what must not be made up has none. */
function sourceOf(line: EvalCase['draft']): readonly { readonly file: string; readonly quote: string }[] {
  if (typeof line?.file !== 'string' || line.quote === null) return []
  return [{ file: line.file, quote: line.quote }]
}

/** What a right reply would have been, in a line. */
export function expectationText({ expect, draft }: EvalCase): string {
  if (draft !== undefined) return draft.what
  if (expect.kind === 'refused') return '如实说没有写明'
  const facts = expect.nuggets.map(({ any }) => any[0] ?? '').join('；')
  return expect.kind === 'either'
    ? [facts, '或如实说没有写明'].filter((part) => part !== '').join('，')
    : facts
}

function faultsOf({ evalCase, reply, scores }: StoredCase): readonly string[] {
  const { expect } = evalCase
  const faults: string[] = []
  if (taskOf(evalCase) === 'proof') return [expect.kind === 'answered' ? '属实而没有认可' : '不属实而认可了']
  if (evalCase.draft !== undefined) return [draftFault(evalCase.suite, evalCase.draft)]
  if (taskOf(evalCase) === 'search') return ['应找到的段落没有全部排进前十']
  if (scores.correctness === null) faults.push('没有评分，须由人判断')
  if (expect.kind === 'refused' && reply.kind === 'answered') faults.push('应当拒答，却作了回答')
  else if (expect.kind === 'answered' && reply.kind === 'refused') faults.push('应当回答，却拒答了')
  else if (scores.correctness === 0) faults.push(...contentFaults({ expect }, reply.text))
  for (const name of MUST_BE_WHOLE)
    if ((scores[name] ?? 1) < 1)
      faults.push(`${figureWording(name).label}只有 ${Math.floor((scores[name] ?? 0) * 100)}%`)
  return faults
}

const DRAFT_FAULTS: Readonly<Record<RubricLine['kind'], string>> = {
  must_carry: '应当延续而没有写进提纲',
  must_due: '到期应办而没有写进提纲，或没有标明',
  must_flag: '应当由人核实，却没有标明',
  must_not_repeat: '已经办完或过时，却照抄进了提纲',
  must_not_invent: '提纲里有原文没有的话',
}

function draftFault(group: string, { kind, any }: RubricLine): string {
  return group === 'whole' ? '有的句子没有原文支持' : `${DRAFT_FAULTS[kind]}：${any[0] ?? ''}`
}

function contentFaults({ expect }: Pick<EvalCase, 'expect'>, text: string): readonly string[] {
  const words = text.replace(/\s+/gu, '')
  const holds = (form: string) => words.includes(form.replace(/\s+/gu, ''))
  const missing = expect.nuggets
    .filter(({ any, vital }) => vital && !any.some(holds))
    .map(({ any }) => any[0])
  const wrong = expect.must_not.filter(holds)
  const found = [
    ...(missing.length === 0 ? [] : [`缺少：${missing.join('、')}`]),
    ...(wrong.length === 0 ? [] : [`不该出现：${wrong.join('、')}`]),
  ]
  return found.length === 0 ? ['与应有的回答不符'] : found
}
