import { createContext, type MouseEvent, type ReactNode, useContext } from 'react'
import type { Navigate } from '../hook/use-route.ts'
import { addressOf, type Route } from '../route.ts'

export const NavigateContext = createContext<Navigate>(() => undefined)

export function useNavigate(): Navigate {
  return useContext(NavigateContext)
}

interface Props {
  readonly to: Route
  readonly children: ReactNode
  readonly className?: string
  /** Marks the link to what is shown now. */
  readonly current?: 'page' | 'true' | false
  onFollow?(): void
}

/** A real link that changes the page in place; new tabs and copied addresses work as everywhere. */
export function RouteLink({ to, children, className, current = false, onFollow }: Props) {
  const navigate = useNavigate()
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(to)
    onFollow?.()
  }
  return (
    <a href={addressOf(to)} className={className} aria-current={current || undefined} onClick={follow}>
      {children}
    </a>
  )
}
