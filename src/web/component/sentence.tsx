import { useId, useState } from 'react'
import type { CitationJson, SentenceJson } from '../../api/schema.ts'
import { CheckList } from './check-list.tsx'
import { CitationChip } from './citation-chip.tsx'
import { Feedback, type FeedbackSubject } from './feedback.tsx'

interface Props {
  readonly sentence: SentenceJson
  readonly citations: readonly CitationJson[]
  /** What the reader can say something of; null while the answer is not stored. */
  readonly about: FeedbackSubject | null
}

/** A proven sentence, the numbers of its sources, and its verdict, which unfolds what was checked. */
export function Sentence({ sentence, citations, about }: Props) {
  const checksId = useId()
  const [isOpen, setOpen] = useState(false)
  const own = sentence.citations.flatMap((id) => citations.find((citation) => citation.id === id) ?? [])
  const canOpen = sentence.checks.length > 0 || about !== null
  return (
    <li className="sentence" data-verdict={sentence.verdict}>
      <span className="words">{sentence.text}</span>
      {own.slice(0, -1).map(chip)}
      <span className="tail">
        {own.slice(-1).map(chip)}
        {canOpen ? (
          <button
            type="button"
            className="verdict"
            aria-expanded={isOpen}
            aria-controls={checksId}
            onClick={() => setOpen(!isOpen)}
          >
            已核验
          </button>
        ) : (
          <span className="verdict">已核验</span>
        )}
      </span>
      {canOpen && (
        <div id={checksId} hidden={!isOpen} className="sentence-detail">
          <CheckList checks={sentence.checks} />
          {about !== null && isOpen && <Feedback about={about} isRefused={false} />}
        </div>
      )}
    </li>
  )
}

function chip(citation: CitationJson) {
  return (
    <CitationChip
      key={citation.id}
      sourceKey={String(citation.id)}
      text={`[${citation.id}]`}
      label={`出处${citation.id}`}
      citation={citation}
    />
  )
}
