import { figuresEqualSql } from './fixtures/check-figures.ts'
import { sandboxOverClockChange } from './fixtures/figure-periods.ts'
import { test } from './fixtures/test.ts'

const zone = 'America/New_York'

// The browser is far from the workspace: every bound must come from the workspace's zone.
test.use({
  locale: 'en-US',
  timezoneId: 'Pacific/Auckland',
  dashboardOptions: { sandbox: sandboxOverClockChange(zone) },
})

test.describe(`every figure equals SQL in ${zone}`, () => figuresEqualSql(zone))
