import type { PeriodQuery } from '#contract/analytics.ts'
import { type DeliveryWindows, windowHours, windowProduct } from '#contract/delivery-windows.ts'
import { adPlatforms } from '#contract/vocabularies.ts'
import { AsOf, AsyncView } from '#parts/async-view.tsx'
import { windowText } from '#parts/conversions/time-words.ts'
import { useDisplay } from '#parts/display.tsx'
import { deliveryRates } from '#parts/figures/delivery-rates.ts'
import { useSyncStatus } from '#queries/sync-status.ts'
import { Button } from '#ui/button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { DeliverySummary } from '../counts/delivery-summary.tsx'
import { productWords } from '../windows/product-words.ts'
import { platformName } from './platform-name.ts'

interface PlatformDetailProps {
  readonly platform: string
  readonly query: PeriodQuery | null
  readonly windows: DeliveryWindows
  readonly onClose: () => void
}

/** The counts of one platform, asked for when it is opened, and how old its events may be. */
export function PlatformDetail({ platform, query, windows, onClose }: PlatformDetailProps) {
  const { numbers } = useDisplay()
  const known = adPlatforms.find((one) => one === platform)
  const counts = useSyncStatus(query === null || known === undefined ? null : { ...query, platform: known })
  const hours = windowHours(platform, windows)
  const product = windowProduct(platform, windows)
  const name = product === null ? platformName(platform) : productWords[product]()
  return (
    <section
      aria-label={platformName(platform)}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4"
    >
      {known === undefined ? (
        <p className="text-ink-3">{m.conversions_platform_uncounted()}</p>
      ) : (
        <AsyncView view={counts} pending={<Skeleton lines={3} className="h-20" />}>
          {(status) => (
            <DeliverySummary
              rates={deliveryRates(status)}
              scope={platformName(platform)}
              asOf={<AsOf asOf={counts.asOf} />}
            />
          )}
        </AsyncView>
      )}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-ink-2">
          {hours === null
            ? m.conversions_platform_no_window({ platform: name })
            : m.conversions_platform_window({ platform: name, span: windowText(hours, numbers) })}
        </p>
        <Button look="link" onClick={onClose}>
          {m.conversions_platform_all()}
        </Button>
      </div>
    </section>
  )
}
