import type { OverviewJson } from '../../api/schema.ts'
import type { Resource } from '../hook/use-resource.ts'
import { countLabel, periodLabel } from '../wording.ts'
import { Failure } from './failure.tsx'

interface Props {
  readonly overview: Resource<OverviewJson>
  onAsk(question: string): void
}

/** The page before the first question: what stands in the corpus, and questions it can answer. */
export function Opening({ overview, onAsk }: Props) {
  if (overview.kind === 'failed') return <Failure error={overview.error} onRetry={overview.retry} />
  const isReady = overview.kind === 'ready'
  return (
    <section className="opening" aria-busy={!isReady}>
      <p className="corpus">
        {isReady ? <CorpusInNumbers overview={overview.value} /> : '正在读取资料概况。'}
      </p>
      {isReady && overview.value.notices.length > 0 && (
        <ul className="notices">
          {overview.value.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      <h2 className="label">可以这样问</h2>
      <ul className="question-list reserved">
        {isReady &&
          overview.value.sample_questions.map((question) => (
            <li key={question}>
              <button type="button" onClick={() => onAsk(question)}>
                {question}
              </button>
            </li>
          ))}
      </ul>
    </section>
  )
}

function CorpusInNumbers({ overview }: { readonly overview: OverviewJson }) {
  const { documents, passages, years, regions } = overview
  if (documents === 0) return '资料库里还没有文件。'
  return (
    <>
      资料库现有 <strong>{countLabel(documents)}</strong> 份文件、<strong>{countLabel(passages)}</strong>{' '}
      个段落
      {years !== null && (
        <>
          ，覆盖 <strong>{periodLabel(years)}</strong>
        </>
      )}
      {regions.length > 0 && (
        <>
          ，涉及 <strong>{countLabel(regions.length)}</strong> 个地区：{regions.join('、')}
        </>
      )}
      。每句回答都附原文出处，可逐字核对；原文没有的，如实说没有。
    </>
  )
}
