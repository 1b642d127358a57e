import type { ReactNode } from 'react'
import { Link, Navigate, useLocation } from 'react-router'
import { roleWord } from '#parts/access/role-word.ts'
import { useHome, useLackedPage } from '#parts/access/use-access.ts'
import { Page } from '#parts/page.tsx'
import { useRole } from '#queries/own-session.ts'
import * as m from '#words/m.ts'
import { mainItems, workspaceItems } from './navigation.ts'

/** A page for the roles that have it. The front door has no page of its own for some: they are led to where they begin. */
export function ForRole({ children }: { readonly children: ReactNode }) {
  const role = useRole()
  const { pathname } = useLocation()
  const home = useHome()
  const lacked = useLackedPage(pathname)
  if (lacked === null) return children
  if (pathname === '/') return <Navigate to={home} replace />
  return (
    <Page title={m.role_page_title()}>
      <div className="flex flex-col items-start gap-3 p-6">
        <p>{m.role_page_text({ role: roleWord(role), page: nameOf(lacked) })}</p>
        <Link to={home} className="min-h-6 font-medium text-accent hover:underline">
          {m.role_page_way({ page: nameOf(home) })}
        </Link>
      </div>
    </Page>
  )
}

function nameOf(page: string): string {
  return [...mainItems, ...workspaceItems].find(({ to }) => to === page)?.label() ?? ''
}
