import { lastDelivery, type Watch } from '#parts/conversions/platform-health.ts'
import { useDisplay } from '#parts/display.tsx'
import * as m from '#words/m.ts'
import { momentText } from '#words/moment-text.ts'
import { platformName } from './platform-name.ts'
import type { PlatformState } from './platform-states.ts'

interface AlarmsProps {
  readonly states: readonly PlatformState[]
  readonly watch: Watch
  readonly now: number
}

/** What stands still or fails as a whole, as far as it was watched: nobody else tells of a silent stall. */
export function Alarms({ states, watch, now }: AlarmsProps) {
  const { dates, numbers } = useDisplay()
  const moment = (at: number | null) => momentText(at, now, dates)
  const texts = states.flatMap(({ platform, health }) => {
    if ((health.kind !== 'failing' && health.kind !== 'waiting') || !health.isAlarm) return []
    const facts = { platform: platformName(platform), n: numbers.count(health.count) }
    if (health.kind === 'failing') return [m.conversions_alarm_failing({ ...facts, time: moment(health.since) })]
    const standing = lastDelivery(watch, platform) ?? watch.watchingSince
    return [m.conversions_alarm_stalled({ ...facts, time: moment(standing) })]
  })
  return (
    <div role="status">
      {texts.length > 0 && (
        <div className="mb-3 rounded-lg bg-bad-soft px-4 py-3 text-bad">
          {texts.map((text) => (
            <p key={text} className="tabular font-medium">
              {text}
            </p>
          ))}
          {watch.watchingSince !== null && (
            <p className="tabular text-xs">{m.conversions_watching({ time: moment(watch.watchingSince) })}</p>
          )}
        </div>
      )}
    </div>
  )
}
