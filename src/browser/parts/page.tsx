import { type ReactNode, useEffect } from 'react'
import * as m from '#words/m.ts'

interface PageProps {
  readonly title: string
  /** What the tab and the browser's history keep, where the title names a person (safety S18). */
  readonly tabTitle?: string
  /** At the right of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: a title that is the document's too, its actions, its content. */
export function Page({ title, tabTitle = title, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${tabTitle} · ${m.app_name()}`
  }, [tabTitle])
  return (
    <>
      <header className="flex min-h-14 shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-2 md:px-6 print:min-h-0 print:border-0 print:p-0 print:pb-2">
        <h1 tabIndex={-1} className="text-title font-semibold outline-none focus-visible:outline-2">
          {title}
        </h1>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
      </header>
      {children}
    </>
  )
}
