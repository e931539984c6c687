import { useEffect, useLayoutEffect, useRef } from 'react'
import type { AnswerJson } from '../../api/schema.ts'
import { stagesOf } from '../stage.ts'

interface Props {
  readonly answer: AnswerJson | null
  readonly found: number | null
  onStop(): void
}

const MOST_TITLES = 3

/** Where the work stands, below what has been proven so that nothing moves when it is over. */
export function AnswerProgress({ answer, found, onStop }: Props) {
  const proven = answer?.sentences.length ?? 0
  const titles = [...new Set(answer?.scope.documents.map(({ title }) => title))]
  return (
    <div className="progress" data-testid="progress" ref={useFollowing(proven)}>
      <ol className="stages">
        {stagesOf(found, proven).map(({ text, state }) => (
          <li key={text} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            {text}
          </li>
        ))}
      </ol>
      <button type="button" onClick={onStop}>
        停止
      </button>
      {titles.length > 0 && (
        <p className="note candidates">
          {titles.slice(0, MOST_TITLES).join('、')}
          {titles.length > MOST_TITLES && ` 等 ${titles.length} 份`}
        </p>
      )}
    </div>
  )
}

/** Keeps the end in view while it moves down, but only for a reader who has it in view. */
function useFollowing(proven: number) {
  const end = useRef<HTMLDivElement>(null)
  const isInView = useRef(false)
  useEffect(() => {
    if (end.current === null) return
    const observer = new IntersectionObserver((seen) => {
      isInView.current = seen.at(-1)?.isIntersecting === true
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each further sentence moves the end
  useLayoutEffect(() => {
    if (isInView.current) end.current?.scrollIntoView({ block: 'nearest' })
  }, [proven])
  return end
}
