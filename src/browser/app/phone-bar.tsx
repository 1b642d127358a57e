import { useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useMayOpen } from '#parts/access/use-access.ts'
import { Late } from '#parts/late.tsx'
import { liveFoot } from '#parts/live/late-live.ts'
import { classNames } from '#ui/class-names.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { Account } from './account.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { mainItems, type NavigationItem, workspaceItems } from './navigation.ts'
import { navigationTarget } from './period-link.ts'
import { UrgentMark, useUrgentMark } from './urgent-mark.tsx'

const itemClass = 'flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs'
const allItems = [...mainItems, ...workspaceItems]
/** What a thumb reaches, for who works leads and for who reads figures. */
const barOf = { leads: ['/', '/leads', '/pipeline'], figures: ['/', '/funnel', '/campaigns'] } as const

/** Navigation on a phone, fixed at the bottom: Overview · Leads · ＋ · Pipeline · More, as far as the role has them. */
export function PhoneBar() {
  const [isMoreOpen, setMoreOpen] = useState(false)
  const location = useLocation()
  const urgent = useUrgentMark()
  const mayOpen = useMayOpen()
  const inBar: readonly string[] = barOf[mayOpen('/leads') ? 'leads' : 'figures']
  const items = allItems.filter(({ to }) => mayOpen(to))
  const [before, after] = [
    items.filter(({ to }) => inBar.slice(0, 2).includes(to)),
    items.filter(({ to }) => to === inBar[2]),
  ]
  const underMore = items.filter(({ to }) => !inBar.includes(to))
  return (
    <nav
      aria-label={m.nav_main()}
      className="sticky bottom-0 z-20 flex border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {before.map((item) => (
        <Tab key={item.to} item={item} />
      ))}
      {mayOpen('/leads/new') && (
        <Link to="/leads/new" aria-label={m.nav_new_lead()} className={itemClass}>
          <span className="flex size-11 items-center justify-center rounded-full bg-ink text-surface">
            <Icon name="plus" />
          </span>
        </Link>
      )}
      {after.map((item) => (
        <Tab key={item.to} item={item} />
      ))}
      <button type="button" className={classNames(itemClass, 'text-ink-2')} onClick={() => setMoreOpen(true)}>
        <span className="relative">
          <Icon name="more" />
          {urgent !== null && (
            <span aria-hidden="true" className="absolute -top-0.5 -right-1.5 size-2 rounded-full bg-bad" />
          )}
        </span>
        {m.nav_more()}
      </button>
      {isMoreOpen && (
        <Dialog title={m.nav_more()} closeLabel={m.close()} onClose={() => setMoreOpen(false)}>
          <ul>
            {underMore.map((item) => (
              <li key={item.to}>
                <Link
                  to={navigationTarget(item.to, location)}
                  aria-description={item.to === '/conversions' ? urgent?.spoken : undefined}
                  className="flex min-h-11 items-center gap-3 text-base"
                  onClick={() => setMoreOpen(false)}
                >
                  <Icon name={item.icon} />
                  {item.label()}
                  {item.to === '/conversions' && urgent !== null && <UrgentMark mark={urgent} />}
                </Link>
              </li>
            ))}
          </ul>
          {/* Made for a menu with narrow edges: out again by as much, to the line of the list above. */}
          <div className="-mx-2">
            <Account />
            <DisplaySettings />
            <Late part={liveFoot} props={{}} />
          </div>
        </Dialog>
      )}
    </nav>
  )
}

function Tab({ item: { to, icon, label } }: { readonly item: NavigationItem }) {
  const location = useLocation()
  return (
    <NavLink
      to={navigationTarget(to, location)}
      end={to === '/'}
      className={({ isActive }) => classNames(itemClass, isActive ? 'font-semibold text-ink' : 'text-ink-2')}
    >
      <Icon name={icon} />
      {label()}
    </NavLink>
  )
}
