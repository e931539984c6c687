import { useMemo, useState } from 'react'
import type { OutlineItemJson } from '../../api/outline-schema.ts'
import { type DifferenceRun, differenceOf } from '../difference.ts'
import { earlierText } from '../draft-earlier.ts'
import type { DraftSources } from '../draft-source.ts'

interface Props {
  readonly item: OutlineItemJson
  readonly name: string
  readonly sources: DraftSources
}

/** What became of the words it goes back to, letter by letter; worked out when it is asked for. */
export function DraftDifference({ item, name, sources }: Props) {
  const [isOpen, setOpen] = useState(false)
  const earlier = earlierText(item, sources)
  if (earlier === null) return null
  return (
    <details className="draft-difference" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={`与${earlier.name}对照：${name}`}>与{earlier.name}对照</summary>
      {isOpen && <Difference earlier={earlier.text} later={textOf(item)} />}
    </details>
  )
}

/** Two texts in one: what went is struck out, what came is underlined, figures have a colour of their own. */
export function Difference({ earlier, later }: { readonly earlier: string; readonly later: string }) {
  const runs = useMemo(() => differenceOf(earlier, later), [earlier, later])
  if (runs.every(({ kind }) => kind === 'same')) return <p className="note">文字没有改动。</p>
  return (
    <p className="difference">
      {runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text keep their places
        <Run key={index} {...run} />
      ))}
    </p>
  )
}

function Run({ kind, text, isFigure }: DifferenceRun) {
  const className = isFigure ? 'figure' : undefined
  if (kind === 'removed') return <del className={className}>{text}</del>
  if (kind === 'added') return <ins className={className}>{text}</ins>
  return text
}

function textOf({ heading, text }: OutlineItemJson): string {
  return heading === '' || text === '' ? heading + text : `${heading}。${text}`
}
