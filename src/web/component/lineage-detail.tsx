import { Fragment } from 'react'
import type { LineageLinkJson } from '../../api/lineage-json.ts'
import type { LineageGridRow, LineagePlan } from '../lineage-grid.ts'
import { planLabel, statusLabel } from '../lineage-wording.ts'
import { ItemLink } from './lineage-cell.tsx'
import type { LineageRoute } from './lineage-page.tsx'

interface Props {
  readonly link: LineageLinkJson
  readonly row: LineageGridRow
  readonly columns: readonly LineagePlan[]
  readonly route: LineageRoute
}

/** Why a task has its status: both originals with what differs. */
export function LineageDetail({ link, row, columns, route }: Props) {
  const nameOf = (id: string) => {
    const plan = columns.find(({ document_id }) => document_id === id)
    return plan === undefined ? '' : planLabel(plan)
  }
  return (
    <div className="lineage-detail">
      <p>
        {nameOf(link.earlier_document_id)} → {nameOf(link.later_document_id)}　{statusLabel(link.status)}：
        {link.reason}
      </p>
      <div className="lineage-sides">
        <Side
          name={nameOf(link.earlier_document_id)}
          ids={link.earlier}
          link={link}
          row={row}
          route={route}
          side="earlier"
        />
        <Side
          name={nameOf(link.later_document_id)}
          ids={link.later}
          link={link}
          row={row}
          route={route}
          side="later"
        />
      </div>
    </div>
  )
}

interface SideProps {
  readonly name: string
  readonly ids: readonly string[]
  readonly link: LineageLinkJson
  readonly row: LineageGridRow
  readonly route: LineageRoute
  readonly side: 'earlier' | 'later'
}

function Side({ name, ids, link, row, route, side }: SideProps) {
  const items = row.items.filter(({ id }) => ids.includes(id))
  if (items.length === 0)
    return (
      <div>
        <h3>{name}</h3>
        <p className="note">未列入</p>
      </div>
    )
  return (
    <div>
      <h3>{name}</h3>
      <p className="lineage-places">
        {items.map((item) => (
          <ItemLink key={item.id} item={item} route={route} />
        ))}
      </p>
      <blockquote>
        {wordsOf(link, side, items.map(({ number, quote }) => quote.slice(number.length).trim()).join('\n'))}
      </blockquote>
    </div>
  )
}

/** The words of one side, what the other lacks marked; plain where there is nothing to compare with. */
function wordsOf({ difference }: LineageLinkJson, side: 'earlier' | 'later', quote: string) {
  if (difference.length === 0) return quote
  const Mark = side === 'earlier' ? 'del' : 'ins'
  let offset = 0
  return difference.map((part) => {
    const words = part[side]
    const key = `${part.kind} ${offset}`
    offset += words.length
    if (words === '') return null
    if (part.kind === 'same') return <Fragment key={key}>{words}</Fragment>
    return (
      <Mark key={key} data-kind={part.is_figure ? 'figure' : undefined}>
        {words}
      </Mark>
    )
  })
}
