import { useState } from 'react'
import type { VerificationJson } from '../../api/verification-schema.ts'
import { countLabel, REVIEW_LABEL, verdictLabel } from '../wording.ts'
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
      <VerdictCounts sentences={sentences} />
      <label className="failed-only">
        <input
          type="checkbox"
          checked={isFailedOnly}
          onChange={(event) => setFailedOnly(event.target.checked)}
        />
        只看没有通过的
      </label>
      <button type="button" className="print-verification" onClick={() => print()}>
        打印
      </button>
      <ol className="verified-sentences">
        {shown.map((sentence) => (
          <VerifiedSentence key={sentence.start} sentence={sentence} />
        ))}
      </ol>
      <p className="on-paper">
        核验于{new Date().toLocaleDateString('zh-CN', { dateStyle: 'long' })}
        。由程序逐句比对文库中的原文；“未证实”只表示没有找到依据，不等于有错。{REVIEW_LABEL}。
      </p>
    </section>
  )
}

function VerdictCounts({ sentences }: Pick<VerificationJson, 'sentences'>) {
  const counted = VERDICTS.map((verdict) => ({
    verdict,
    count: sentences.filter((one) => one.verdict === verdict).length,
  }))
  return (
    <ul className="verdict-counts">
      {counted.map(({ verdict, count }) => (
        <li key={verdict} data-verdict={count > 0 ? verdict : undefined}>
          {verdictLabel(verdict)} {countLabel(count)}
        </li>
      ))}
    </ul>
  )
}
