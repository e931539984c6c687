import type { AnswerJson } from '../../api/schema.ts'
import { Scope } from './scope.tsx'

interface Props {
  readonly refusal: NonNullable<AnswerJson['refusal']>
  readonly scope: AnswerJson['scope']
}

const HEADING: Readonly<Record<string, string>> = {
  empty_corpus: '资料库里还没有文件',
  region_not_in_corpus: '资料中没有这个地区',
  year_not_in_corpus: '资料中没有这个年份',
  target_not_result: '资料中只有目标，没有完成情况',
  out_of_scope: '不在资料范围内',
}

/** No answer, said plainly, with what was read before saying so. */
export function Refusal({ refusal, scope }: Props) {
  return (
    <div className="refusal" data-testid="refusal">
      <h3>{HEADING[refusal.reason] ?? '资料中没有找到'}</h3>
      <p>{refusal.message}</p>
      <Scope scope={scope} isOpen />
    </div>
  )
}
