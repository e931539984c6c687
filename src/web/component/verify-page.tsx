import type { RefObject } from 'react'
import type { Verification } from '../hook/use-verification.ts'
import { Failure } from './failure.tsx'
import { VerificationResult } from './verification-result.tsx'
import { VerifyForm } from './verify-form.tsx'

interface Props {
  readonly verification: Verification
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
}

/** A text somebody wrote, held against the library sentence by sentence. */
export function VerifyPage({ verification, fieldRef }: Props) {
  return (
    <>
      <h1 className="visually-hidden">核验文稿</h1>
      <VerifyForm verification={verification} fieldRef={fieldRef} />
      {shownPart(verification)}
    </>
  )
}

function shownPart({ state, stop }: Verification) {
  switch (state.kind) {
    case 'nothing':
      return (
        <p className="note verify-note">
          逐句与文库中的原文比对：数字、单位、年份、地区、否定、要求程度、进展状态有一处对不上，就不算通过。
          “未证实”只表示文库里没有找到依据，不等于有错。
        </p>
      )
    case 'waiting':
      return (
        <div className="waiting">
          <p>正在逐句核验。</p>
          <button type="button" onClick={stop}>
            停止
          </button>
        </div>
      )
    case 'failed':
      return <Failure error={state.error} onRetry={null} />
    case 'done':
      return <VerificationResult verification={state.verification} file={state.file} />
  }
}
