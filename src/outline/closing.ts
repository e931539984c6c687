import type { IndexedDocument } from '../corpus/index.ts'
import { trimMarks } from '../text/index.ts'
import type { PlanNode } from './tree.ts'

const LABEL = /(?<=\n\s*)(?:工作要求|有关要求|几点要求|相关要求|组织保障|保障措施|组织实施)\s*[：:]/gu

/** A plan whose last task runs on into demands on everybody, with these as a section of their own. */
export function withClosing(nodes: readonly PlanNode[], { view }: IndexedDocument): readonly PlanNode[] {
  const leaf = lastLeaf(nodes)
  if (leaf === undefined) return nodes
  const match = [...view.slice(leaf.body.start, leaf.body.end).matchAll(LABEL)].at(-1)
  if (match === undefined) return nodes
  const start = leaf.body.start + match.index
  const headingEnd = start + match[0].length
  const section = {
    id: `closing.${start}`,
    parentId: null,
    level: 1,
    number: '',
    heading: match[0].replace(/\s*[：:]$/u, ''),
    start,
    end: leaf.body.end,
    headingEnd,
  }
  const heading = trimMarks(view, { start, end: headingEnd })
  const closing = { section, heading, body: { start: headingEnd, end: leaf.body.end }, children: [] }
  return [...endedAt(nodes, start), closing]
}

function lastLeaf(nodes: readonly PlanNode[]): PlanNode | undefined {
  const last = nodes.at(-1)
  return last === undefined || last.children.length === 0 ? last : lastLeaf(last.children)
}

function endedAt(nodes: readonly PlanNode[], end: number): readonly PlanNode[] {
  return nodes.map((node, at) => {
    if (at < nodes.length - 1) return node
    const section = { ...node.section, end: Math.min(node.section.end, end) }
    return node.children.length === 0
      ? { ...node, section, body: { start: node.body.start, end } }
      : { ...node, section, children: endedAt(node.children, end) }
  })
}
