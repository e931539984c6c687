import type { LineageItemJson, LineageLinkJson } from '../../api/lineage-json.ts'
import type { LineageCell } from '../lineage-grid.ts'
import { statusLabel } from '../lineage-wording.ts'
import type { LineageRoute } from './lineage-page.tsx'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly cell: LineageCell
  readonly route: LineageRoute
  /** Whose detail stands open. */
  readonly open: LineageLinkJson | null
  onToggle(link: LineageLinkJson): void
}

/** The tasks of one plan in a row, with what became of them since the plan before. */
export function LineageCellContent({ cell: { items, links }, route, open, onToggle }: Props) {
  if (items.length === 0 && links.length === 0) return <span className="lineage-none">—</span>
  const numberOf = ({ later }: LineageLinkJson) => items.find(({ id }) => later.includes(id))?.number ?? ''
  return (
    <>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <ItemLink item={item} route={route} />
            </li>
          ))}
        </ul>
      )}
      {links.map((link) => (
        <button
          key={[...link.earlier, ...link.later].join(' ')}
          type="button"
          className="lineage-status"
          data-status={link.status}
          aria-expanded={link === open}
          onClick={() => onToggle(link)}
        >
          {links.length > 1 && numberOf(link)}
          {statusLabel(link.status)}
        </button>
      ))}
    </>
  )
}

const SHORT = 24

/** The heading or the first words of a task; opens it in the original. */
export function ItemLink({ item, route }: { readonly item: LineageItemJson; readonly route: LineageRoute }) {
  const span = { start: item.start, end: item.end }
  const isOpen =
    route.documentId === item.document_id && route.span?.start === span.start && route.span.end === span.end
  const words = item.heading === '' ? `${item.quote.slice(0, SHORT)}…` : item.heading
  return (
    <RouteLink to={{ ...route, documentId: item.document_id, span }} current={isOpen && 'true'}>
      {item.number}
      {words}
    </RouteLink>
  )
}
