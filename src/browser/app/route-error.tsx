import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useHome, useMaySeeLeads } from '#parts/access/use-access.ts'
import { Page } from '#parts/page.tsx'
import { useLiveLink } from '#queries/live/use-live.ts'
import { useOwnWrites } from '#queries/own-writes.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'

/** A page that broke, or whose code did not come: says so, and loads again. */
export function CrashPage({ error }: { readonly error: unknown }) {
  const isUnfetched = error instanceof TypeError && /import/i.test(error.message)
  return (
    <div role="alert" className="flex flex-col items-start gap-3 p-6">
      <h1 className="text-title font-semibold">{isUnfetched ? m.unfetched_title() : m.crash_title()}</h1>
      <p>{isUnfetched ? m.unfetched_text() : m.crash_text()}</p>
      <Button onClick={() => location.reload()}>{m.crash_reload()}</Button>
      {isUnfetched && <LoadOnceBack />}
    </div>
  )
}

/** Loads the page again by itself once a server that was gone is back, and nothing waits in this tab that would be lost by it. */
function LoadOnceBack() {
  const { isUp, lostAt } = useLiveLink()
  const isFree = useOwnWrites().length === 0
  const [wasGone, setWasGone] = useState(false)
  // Lost, and not just never there yet: as a page begins, that would load it again and again.
  if (lostAt !== null && !wasGone) setWasGone(true)
  useEffect(() => {
    if (wasGone && isUp && isFree) location.reload()
  }, [wasGone, isUp, isFree])
  return null
}

/** An address that no page has. */
export function NotFoundPage() {
  const home = useHome()
  const maySeeLeads = useMaySeeLeads()
  return (
    <Page title={m.not_found_title()}>
      <div className="p-6">
        <Link to={maySeeLeads ? '/leads' : home} className="font-medium text-accent hover:underline">
          {maySeeLeads ? m.not_found_way() : m.role_page_way({ page: m.nav_overview() })}
        </Link>
      </div>
    </Page>
  )
}
