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
  unclear: '没有看懂问的是什么',
  stopped: '已停止',
}

/** Nothing was read in full before these were said. */
const WITHOUT_SCOPE: ReadonlySet<string> = new Set(['unclear', 'stopped', 'out_of_scope'])

/** No answer, said plainly, with what was read before saying so. */
export function Refusal({ refusal, scope }: Props) {
  return (
    <div className="refusal" data-testid="refusal">
      <h3>{HEADING[refusal.reason] ?? '资料中没有找到'}</h3>
      <p>{refusal.message}</p>
      {!WITHOUT_SCOPE.has(refusal.reason) && <Scope scope={scope} isOpen />}
    </div>
  )
}
