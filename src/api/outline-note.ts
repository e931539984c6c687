import type { Outline, OutlineEdit } from '../outline/index.ts'

const STATE = { accepted: '采纳', rejected: '否决', draft: '取回' } as const
const LONGEST_NAME = 20

/** What a version's edits did, for the list of versions: 改写“健全急救网络”等 3 处. */
export function noteOf(edits: readonly OutlineEdit[], before: Outline): string {
  const [first] = edits
  if (first === undefined) return '修改'
  const more = edits.length > 1 ? `等 ${edits.length} 处` : ''
  return `${verbOf(first)}“${shortened(nameIn(first, before))}”${more}`
}

function verbOf(edit: OutlineEdit): string {
  switch (edit.kind) {
    case 'title':
      return '题目改为'
    case 'section':
      return '部分标题改为'
    case 'state':
      return STATE[edit.state]
    case 'rewrite':
      return '改写'
    case 'level':
      return '调整层级：'
    case 'move':
      return '移动'
    case 'borrow':
      return '借鉴'
    case 'add':
      return '添加'
  }
}

function nameIn(edit: OutlineEdit, { sections, borrowable }: Outline): string {
  switch (edit.kind) {
    case 'title':
      return edit.title
    case 'section':
      return edit.heading
    case 'add':
      return edit.heading || edit.text
    default: {
      const all = [...sections.flatMap(({ items }) => items), ...borrowable]
      const item = all.find(({ id }) => id === edit.itemId)
      return item?.heading || (item?.sentences[0]?.text ?? '')
    }
  }
}

function shortened(name: string): string {
  const letters = [...name.replaceAll(/\s+/gu, ' ').trim()]
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : letters.join('')
}
