import { Link } from 'react-router'
import { useHome, useMaySeeLeads } from '#parts/access/use-access.ts'
import { Page } from '#parts/page.tsx'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'

/** A page that broke: says so, and loads again. */
export function CrashPage() {
  return (
    <div role="alert" className="flex flex-col items-start gap-3 p-6">
      <h1 className="text-title font-semibold">{m.crash_title()}</h1>
      <p>{m.crash_text()}</p>
      <Button onClick={() => location.reload()}>{m.crash_reload()}</Button>
    </div>
  )
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
