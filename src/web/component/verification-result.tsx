import { useState } from 'react'
import type { VerificationJson } from '../../api/verification-schema.ts'
import { countLabel, verdictLabel } from '../wording.ts'
import { VerifiedSentence } from './verified-sentence.tsx'

interface Props {
  readonly verification: VerificationJson
  /** Name of the file the text came from; null for pasted text. */
  readonly file: string | null
}

const VERDICTS = ['quoted', 'proven', 'contradicted', 'unproven'] as const

/** Every sentence in its order, with how many came out in which way. */
export function VerificationResult({ verification: { sentences }, file }: Props) {
  const [isFailedOnly, setFailedOnly] = useState(false)
  const shown = isFailedOnly
    ? sentences.filter(({ verdict }) => verdict === 'contradicted' || verdict === 'unproven')
    : sentences
  return (
    <section className="verification" data-testid="verification" aria-labelledby="verified-sum">
      <h2 id="verified-sum">
        {file === null ? '' : `${file}：`}共 {countLabel(sentences.length)} 句
      </h2>
      <ul className="verdict-counts">
        {VERDICTS.map((verdict) => (
          <li key={verdict} data-verdict={verdict}>
            {verdictLabel(verdict)} {countLabel(sentences.filter((one) => one.verdict === verdict).length)}
          </li>
        ))}
      </ul>
      <label className="failed-only">
        <input
          type="checkbox"
          checked={isFailedOnly}
          onChange={(event) => setFailedOnly(event.target.checked)}
        />
        只看没有通过的
      </label>
      <ol className="verified-sentences">
        {shown.map((sentence) => (
          <VerifiedSentence key={sentence.start} sentence={sentence} />
        ))}
      </ol>
    </section>
  )
}
