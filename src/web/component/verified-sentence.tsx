import type { CitationJson } from '../../api/schema.ts'
import type { VerificationJson } from '../../api/verification-schema.ts'
import { pathLabel, placeAndYears, verdictLabel } from '../wording.ts'
import { CheckList } from './check-list.tsx'
import { CitationChip } from './citation-chip.tsx'

/** One sentence with its verdict, what it rests on, or the facts that disagree and the nearest original. */
export function VerifiedSentence({ sentence }: { readonly sentence: VerificationJson['sentences'][number] }) {
  const { text, verdict, checks, citations, nearest } = sentence
  const isPassed = verdict === 'quoted' || verdict === 'proven'
  const told = checks.filter(({ ok }) => !ok)
  return (
    <li className="verified-sentence" data-testid="verified-sentence" data-verdict={verdict}>
      <p>
        <span className="badge">{verdictLabel(verdict)}</span>
        <span className="words">{text}</span>
      </p>
      {!isPassed && told.length > 0 && <CheckList checks={told} />}
      {citations.map((citation) => (
        <Original key={citation.id} citation={citation} label="依据" isSame={verdict === 'quoted'} />
      ))}
      {nearest !== null && <Original citation={nearest} label="最近的原文" isSame={false} />}
    </li>
  )
}

interface OriginalProps {
  readonly citation: CitationJson
  readonly label: string
  /** Whether the words stand above already. */
  readonly isSame: boolean
}

function Original({ citation, label, isSame }: OriginalProps) {
  return (
    <div className="original">
      {!isSame && <blockquote>{citation.cited_text}</blockquote>}
      <p className="from">
        {label}：{citation.document_title}（{placeAndYears(citation)}），{pathLabel(citation.path)}
        <CitationChip
          sourceKey={String(citation.id)}
          text="看原文"
          label={`${label}，看原文`}
          citation={citation}
        />
      </p>
    </div>
  )
}
