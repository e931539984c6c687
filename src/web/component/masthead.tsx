import type { DisplaySetting } from '../display-setting.ts'
import { prefersDark } from '../display-setting.ts'
import type { ChangeDisplay } from '../hook/use-display.ts'
import { DRAFTS, HOME, LIBRARY, LINEAGE, type Route, VERIFY } from '../route.ts'
import { RouteLink } from './route-link.tsx'

interface Props {
  readonly view: Route['view']
  readonly display: DisplaySetting
  readonly onDisplay: ChangeDisplay
  onKeys(): void
}

export function Masthead({ view, display, onDisplay, onKeys }: Props) {
  const isDark = (display.theme ?? (prefersDark() ? 'dark' : 'light')) === 'dark'
  return (
    <header className="masthead">
      <RouteLink to={HOME} className="brand">
        要点
      </RouteLink>
      <nav className="tabs" aria-label="页面">
        <RouteLink to={HOME} current={view === 'ask' && 'page'}>
          问答
        </RouteLink>
        <RouteLink to={DRAFTS} current={view === 'draft' && 'page'}>
          起草
        </RouteLink>
        <RouteLink to={VERIFY} current={view === 'verify' && 'page'}>
          核验
        </RouteLink>
        <RouteLink to={LINEAGE} current={view === 'lineage' && 'page'}>
          沿革
        </RouteLink>
        <RouteLink to={LIBRARY} current={view === 'documents' && 'page'}>
          文件
        </RouteLink>
      </nav>
      <div className="settings">
        <button
          type="button"
          aria-pressed={display.isLarge}
          onClick={() => onDisplay({ isLarge: !display.isLarge })}
        >
          大字
        </button>
        <button
          type="button"
          aria-pressed={isDark}
          onClick={() => onDisplay({ theme: isDark ? 'light' : 'dark' })}
        >
          深色
        </button>
        <button type="button" className="keys-button" onClick={onKeys}>
          快捷键
        </button>
      </div>
    </header>
  )
}
