import { useCallback, useEffect, useState } from 'react'
import { addressOf, parseRoute, type Route } from '../route.ts'

export type Navigate = (route: Route, how?: 'push' | 'replace') => void

/** The current route and a way to change it; the address bar and the Back button stay in step. */
export function useRoute(): readonly [Route, Navigate] {
  const [route, setRoute] = useState(() => parseRoute(location.href))
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.href))
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const navigate = useCallback<Navigate>((next, how = 'push') => {
    const address = addressOf(next)
    if (how === 'replace') history.replaceState(null, '', address)
    else history.pushState(null, '', address)
    setRoute(next)
  }, [])
  return [route, navigate]
}
