import type { HistoryEntry } from '../session-history.ts'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly entries: readonly HistoryEntry[]
  readonly currentId: string | null
}

/** The questions of this session, newest first; each leads back to its stored answer. */
export function History({ entries, currentId }: Props) {
  if (entries.length === 0) return null
  return (
    <nav className="history" aria-labelledby="history-title">
      <h2 id="history-title" className="label">
        本次提问
      </h2>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <RouteLink
              to={{ view: 'ask', answerId: entry.id, source: null }}
              current={entry.id === currentId && 'true'}
              onFollow={() => scrollTo(0, 0)}
            >
              <span className="asked">{entry.question}</span>
              <span className="outcome">{entry.outcome}</span>
            </RouteLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
