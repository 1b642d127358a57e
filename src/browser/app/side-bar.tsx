import { Link, NavLink, useLocation } from 'react-router'
import { useHome, useMayOpen } from '#parts/access/use-access.ts'
import { Late } from '#parts/late.tsx'
import { liveFoot } from '#parts/live/late-live.ts'
import { useOwnSession } from '#queries/own-session.ts'
import { useWorkspace } from '#queries/workspace.ts'
import { classNames } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { Popover } from '#ui/popover.tsx'
import * as m from '#words/m.ts'
import { planName } from '#words/plan-name.ts'
import { Account } from './account.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { mainItems, type NavigationItem, workspaceItems } from './navigation.ts'
import { navigationTarget } from './period-link.ts'
import { UrgentMark, useUrgentMark } from './urgent-mark.tsx'

/** Navigation on a wide screen. */
export function SideBar({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const { data } = useWorkspace()
  const plan = planName(data?.subscription?.plan)
  const urgent = useUrgentMark()
  const home = useHome()
  const mayOpen = useMayOpen()
  const person = useOwnSession()?.name ?? null
  const ofWorkspace = workspaceItems.filter(({ to }) => mayOpen(to))
  return (
    <aside className="sticky top-0 z-30 flex h-dvh w-54 shrink-0 flex-col gap-1 border-r border-line p-2.5 max-md:hidden print:hidden">
      <Link to={home} className="mb-2 flex items-center gap-2.5 rounded px-2 py-1.5">
        <Mark />
        <span className="min-w-0">
          <span className="block truncate font-semibold">{data?.displayName ?? m.app_name()}</span>
          {plan !== '' && <span className="block truncate text-xs text-ink-3">{m.plan_of({ plan })}</span>}
        </span>
      </Link>
      <nav aria-label={m.nav_main()} className="flex flex-col gap-0.5">
        {mainItems
          .filter(({ to }) => mayOpen(to))
          .map((item) => (
            <Item key={item.to} item={item} mark={item.to === '/conversions' ? urgent : null} />
          ))}
        {ofWorkspace.length > 0 && <p className="px-2.5 pt-4 pb-1 text-xs text-ink-3">{m.nav_group_workspace()}</p>}
        {ofWorkspace.map((item) => (
          <Item key={item.to} item={item} />
        ))}
      </nav>
      <div className="mt-auto">
        <Late part={liveFoot} props={{}} />
      </div>
      <div className="border-t border-line pt-2">
        {person !== null && (
          <Popover
            label={m.account_title()}
            side="top"
            className="w-72"
            trigger={(props) => (
              <button
                type="button"
                title={person}
                className="w-full truncate rounded px-2.5 py-1.5 text-left text-ink-2 hover:bg-sunken"
                {...props}
              >
                {person}
              </button>
            )}
          >
            {() => <Account />}
          </Popover>
        )}
        <div className="flex items-center gap-1">
          <Popover
            label={m.settings_title()}
            side="top"
            className="w-72"
            trigger={(props) => (
              <button type="button" className="rounded px-2.5 py-1.5 text-ink-2 hover:bg-sunken" {...props}>
                {m.settings_title()}
              </button>
            )}
          >
            {() => <DisplaySettings />}
          </Popover>
          <button
            type="button"
            className="ml-auto rounded px-2.5 py-1.5 text-ink-2 hover:bg-sunken"
            onClick={onShowKeys}
            aria-label={m.keys_title()}
            title={m.keys_title()}
          >
            ?
          </button>
        </div>
      </div>
    </aside>
  )
}

interface ItemProps {
  readonly item: NavigationItem
  /** A count beside it. */
  readonly mark?: ReturnType<typeof useUrgentMark>
}

function Item({ item, mark = null }: ItemProps) {
  const location = useLocation()
  return (
    <NavLink
      aria-description={mark?.spoken}
      to={navigationTarget(item.to, location)}
      end={item.to === '/'}
      className={({ isActive }) =>
        classNames(
          'flex items-center gap-2.5 rounded px-2.5 py-1.5',
          isActive ? 'bg-sunken font-semibold text-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
        )
      }
    >
      <Icon name={item.icon} />
      {item.label()}
      {mark !== null && <UrgentMark mark={mark} />}
    </NavLink>
  )
}

function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7 shrink-0">
      <rect width="32" height="32" rx="8" className="fill-ink" />
      <circle cx="16" cy="16" r="8" fill="none" strokeWidth="2.5" className="stroke-surface" />
      <path d="M16 16V10a6 6 0 1 1-4.24 10.24z" className="fill-surface" />
    </svg>
  )
}
