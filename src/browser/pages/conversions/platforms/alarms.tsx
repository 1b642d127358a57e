import { Link } from 'react-router'
import type { FailureGroup } from '#parts/conversions/failure-groups.ts'
import { lastDelivery, type Watch } from '#parts/conversions/platform-health.ts'
import { reportPlace } from '#parts/conversions/report-place.ts'
import { useDisplay } from '#parts/display.tsx'
import * as m from '#words/m.ts'
import { momentText } from '#words/moment-text.ts'
import { platformName } from './platform-name.ts'
import type { PlatformState } from './platform-states.ts'

interface AlarmsProps {
  readonly states: readonly PlatformState[]
  readonly groups: readonly FailureGroup[]
  readonly watch: Watch
  readonly now: number
}

/** Platforms whose events fail or stand still as a whole. */
export function alarmedPlatforms(states: readonly PlatformState[]): ReadonlySet<string> {
  return new Set(states.flatMap(({ platform, health }) => ('isAlarm' in health && health.isAlarm ? platform : [])))
}

/** What stands still or fails as a whole, as far as it was watched: nobody else tells of a silent stall. */
export function Alarms({ states, groups, watch, now }: AlarmsProps) {
  const { dates, numbers } = useDisplay()
  const moment = (at: number | null) => momentText(at, now, dates)
  const alarms = states.flatMap(({ platform, health }) => {
    if ((health.kind !== 'failing' && health.kind !== 'waiting') || !health.isAlarm) return []
    const facts = { platform: platformName(platform), n: numbers.count(health.count) }
    if (health.kind === 'failing') {
      const text = m.conversions_alarm_failing({ ...facts, time: moment(health.since) })
      return [{ text, group: groups.find((group) => group.platform === platform && group.isFailingNow) }]
    }
    const standing = lastDelivery(watch, platform) ?? watch.watchingSince
    return [{ text: m.conversions_alarm_stalled({ ...facts, time: moment(standing) }), group: undefined }]
  })
  return (
    <div role="status">
      {alarms.length > 0 && (
        <div className="mb-3 rounded-lg bg-bad-soft px-4 py-3 text-bad">
          {alarms.map(({ text, group }) => (
            <div key={text} className="flex flex-wrap items-center justify-between gap-x-4">
              <p className="tabular font-medium">{text}</p>
              {group !== undefined && <ReportLink group={group} />}
            </div>
          ))}
          {watch.watchingSince !== null && (
            <p className="tabular text-xs">{m.conversions_watching({ time: moment(watch.watchingSince) })}</p>
          )}
        </div>
      )}
    </div>
  )
}

function ReportLink({ group }: { readonly group: FailureGroup }) {
  const { numbers } = useDisplay()
  return (
    <Link
      to={reportPlace(group)}
      className="inline-flex min-h-6 items-center font-medium whitespace-nowrap underline pointer-coarse:min-h-11"
    >
      {m.conversions_report({ n: numbers.count(group.rows.length) })}
      <span className="sr-only"> ({platformName(group.platform)})</span>
    </Link>
  )
}
