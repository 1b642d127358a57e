import type { PlatformHealth } from '#parts/conversions/platform-health.ts'
import { agedText } from '#parts/conversions/time-words.ts'
import { useDisplay } from '#parts/display.tsx'
import { Badge, type BadgeTone } from '#ui/badge.tsx'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import { momentText } from '#words/moment-text.ts'
import { platformName } from './platform-name.ts'
import type { PlatformState } from './platform-states.ts'

interface PlatformCardsProps {
  readonly states: readonly PlatformState[]
  readonly chosen: string | null
  readonly now: number
  readonly onChoose: (platform: string | null) => void
}

/** How each platform fares, in words. One that is pressed is opened beneath, and the list shows its events alone. */
export function PlatformCards({ states, chosen, now, onChoose }: PlatformCardsProps) {
  const { numbers } = useDisplay()
  return (
    <ul
      aria-label={m.conversions_platforms()}
      className="grid grid-cols-2 gap-2.5 @min-[44rem]:grid-cols-3 @min-[62rem]:grid-cols-5"
    >
      {states.map(({ platform, health, unsent }) => (
        <li key={platform}>
          <button
            type="button"
            aria-pressed={platform === chosen}
            // An address cannot name what has no name.
            disabled={platform === ''}
            onClick={() => onChoose(platform === chosen ? null : platform)}
            className={classNames(
              'flex h-full min-h-11 w-full flex-wrap items-center justify-between gap-x-2 gap-y-0.5 rounded-lg border px-3.5 py-1.5 text-left hover:bg-sunken',
              platform === chosen ? 'border-ink bg-sunken font-medium' : 'border-line bg-surface',
            )}
          >
            <span className="min-w-0 truncate">
              {platformName(platform)}
              {unsent > 0 && (
                <span className="tabular text-xs font-normal text-ink-3">
                  {' '}
                  {m.conversions_platform_unsent({ n: numbers.count(unsent) })}
                </span>
              )}
            </span>
            <HealthBadge health={health} now={now} />
          </button>
        </li>
      ))}
    </ul>
  )
}

const tones: Readonly<Record<PlatformHealth['kind'], BadgeTone>> = {
  failing: 'bad',
  waiting: 'warn',
  'some-failed': 'warn',
  'some-partly': 'warn',
  fresh: 'neutral',
  healthy: 'good',
  'nothing-waiting': 'good',
  'no-data': 'neutral',
}

function HealthBadge({ health, now }: { readonly health: PlatformHealth; readonly now: number }) {
  const { dates, numbers } = useDisplay()
  const text = () => {
    switch (health.kind) {
      case 'failing':
        return m.conversions_health_failing({ time: momentText(health.since, now, dates) })
      case 'waiting':
        return m.conversions_health_waiting({ span: agedText(now - health.since, numbers) })
      case 'some-failed':
        return m.conversions_health_some_failed({ n: numbers.count(health.count) })
      case 'some-partly':
        return m.conversions_health_some_partly({ n: numbers.count(health.count) })
      case 'fresh':
        return m.conversions_health_fresh({ n: numbers.count(health.count) })
      case 'healthy':
        return m.conversions_health_healthy()
      case 'nothing-waiting':
        return m.conversions_health_nothing()
      case 'no-data':
        return m.conversions_health_no_data()
    }
  }
  return (
    <span className="tabular font-normal">
      <Badge tone={tones[health.kind]}>{text()}</Badge>
    </span>
  )
}
