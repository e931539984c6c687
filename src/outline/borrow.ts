import type { Corpus, IndexedDocument } from '../corpus/index.ts'
import { targetsOf } from '../ledger/index.ts'
import { basisAt, itemId } from './basis.ts'
import { carryHeading, carrySentence } from './carry.ts'
import type { PhraseLedger } from './guard/index.ts'
import { cosine, pairWeights, type Weighed } from './likeness.ts'
import { fateOf, namesProject } from './one-off.ts'
import type { OutlineItem } from './outline.ts'
import { annualYear, type PriorPlans } from './prior.ts'
import type { Source } from './source.ts'
import { type PlanNode, paragraphsIn, planTree } from './tree.ts'

/** A body does the like already when a sentence of its plans holds this share of what a heading says. */
const DONE_HERE = 0.5
/** Above this two other bodies do the same. */
const SAME_TASK = 0.22
const MOST_BORROWED = 30
const SHORTEST = 30

interface Candidate {
  readonly plan: IndexedDocument
  readonly node: PlanNode
  readonly weights: Weighed
  readonly heading: Weighed
}

/** What other bodies do and this one's plans do not speak of, the likeliest first. */
export function borrowable(prior: PriorPlans, corpus: Corpus, ledger: PhraseLedger): readonly OutlineItem[] {
  const own = [...prior.annual.slice(0, 2), ...prior.running].flatMap(tasksOf)
  const foreign = prior.others.flatMap(tasksOf).filter(({ plan, node }) => isLendable(plan, node))
  const weights = pairWeights([...own, ...foreign].map(wordsOf))
  const weigh = (task: TaskOf): Candidate => ({
    ...task,
    weights: weights.weigh(wordsOf(task)),
    heading: weights.weigh(headingOf(task)),
  })
  const known = own.flatMap((task) => sentencesOf(task)).map((words) => weights.weigh(words))
  const fresh = foreign
    .map(weigh)
    .filter(({ heading }) => !known.some((one) => covered(heading, one) > DONE_HERE))
  return [...clustersOf(fresh)]
    .sort((a, b) => worth(b, prior) - worth(a, prior))
    .slice(0, MOST_BORROWED)
    .flatMap((cluster) => itemOf(cluster, prior, corpus, ledger) ?? [])
}

type TaskOf = Pick<Candidate, 'plan' | 'node'>

function tasksOf(plan: IndexedDocument): readonly TaskOf[] {
  const leaves = (nodes: readonly PlanNode[]): readonly PlanNode[] =>
    nodes.flatMap((node) => (node.children.length === 0 ? [node] : leaves(node.children)))
  return leaves(planTree(plan).nodes).map((node) => ({ plan, node }))
}

function wordsOf({ plan: { view }, node }: TaskOf): string {
  return view.slice(node.section.start, node.body.end)
}

function headingOf({ plan: { view }, node }: TaskOf): string {
  return node.heading === null ? '' : view.slice(node.heading.start, node.heading.end)
}

/** A place's own project is nobody else's to take up, nor how its plan is carried out. */
function isLendable({ view }: IndexedDocument, node: PlanNode): boolean {
  const heading = node.section.heading
  const words = view.slice(node.body.start, node.body.end).replace(/\s/gu, '')
  return (
    node.heading !== null &&
    words.length >= SHORTEST &&
    !namesProject(heading) &&
    fateOf(heading, [], 0) === 'goes_on' &&
    !/疫情|新冠|党的建设|保障措施|组织领导|指导思想|总体要求|目标|其他/u.test(heading)
  )
}

function sentencesOf(task: TaskOf): readonly string[] {
  return [headingOf(task), ...wordsOf(task).split(/[。；;\n]/u)]
}

/** Share of a heading's weight that a sentence has too. */
function covered(heading: Weighed, sentence: Weighed): number {
  let all = 0
  let shared = 0
  for (const [pair, weight] of heading.pairs) {
    all += weight
    if (sentence.pairs.has(pair)) shared += weight
  }
  return all === 0 ? 0 : shared / all
}

function likeness(a: Candidate, b: Candidate): number {
  return 0.5 * cosine(a.heading, b.heading) + 0.5 * cosine(a.weights, b.weights)
}

/** Pairs of a heading by which a like one is looked for. */
const KEYS = 4

function clustersOf(tasks: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const clusters: Candidate[][] = []
  const byKey = new Map<string, Set<Candidate[]>>()
  for (const task of tasks) {
    const keys = [...task.heading.pairs.keys()].slice(0, KEYS)
    const near = new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))
    const home = [...near].find(([first]) => first !== undefined && likeness(first, task) > SAME_TASK)
    const cluster = home ?? []
    cluster.push(task)
    if (home === undefined) clusters.push(cluster)
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(cluster))
  }
  return clusters
}

/** How many bodies do it counts most, then how lately, then whether they are of the same level. */
function worth(cluster: readonly Candidate[], { jurisdiction, year }: PriorPlans): number {
  const bodies = new Set(cluster.map(({ plan }) => plan.document.metadata.jurisdiction?.value.name))
  const newest = Math.max(...cluster.map(lastYear))
  const isNear = cluster.some(
    ({ plan }) => plan.document.metadata.jurisdiction?.value.level === jurisdiction.level,
  )
  return 4 * bodies.size - Math.min(8, Math.max(0, year - newest)) + (isNear ? 1 : 0)
}

function lastYear({ plan }: Candidate): number {
  return plan.document.metadata.years?.value[1] ?? 0
}

function itemOf(
  cluster: readonly Candidate[],
  { year }: PriorPlans,
  corpus: Corpus,
  ledger: PhraseLedger,
): OutlineItem | undefined {
  const [first] = [...cluster].sort((a, b) => lastYear(b) - lastYear(a))
  if (first === undefined) return undefined
  const { plan, node } = first
  const source: Source = {
    indexed: plan,
    corpus,
    sourceYear: annualYear(plan) ?? plan.document.metadata.years?.value[1] ?? year - 1,
    draftYear: year,
    oldIs: '原文',
    rows: targetsOf(plan),
    ledger,
    promised: () => undefined,
  }
  const carried = paragraphsIn(plan, node.body)
    .flat()
    .map((sentence) => carrySentence(source, sentence))
  const sentences = carried.flatMap(({ sentence }) => sentence ?? [])
  const heading = node.heading === null ? null : carryHeading(source, node.heading)
  if (sentences.length === 0 || heading?.sentence == null) return undefined
  return {
    id: itemId(plan, node.section, 'b'),
    level: 2,
    number: '',
    heading: heading.sentence.text.replace(/[。；;]$/u, ''),
    sentences,
    status: 'borrowed',
    origin: 'peer',
    basis: cluster.flatMap((one) =>
      basisAt(one.plan, { start: one.node.section.start, end: one.node.body.end }, corpus),
    ),
    targets: [],
    flags: [...heading.flags, ...carried.flatMap(({ flags }) => flags)],
    state: 'draft',
  }
}
