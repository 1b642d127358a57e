import type { WindowProduct } from '#contract/delivery-windows.ts'
import * as m from '#words/m.ts'

export const productWords: Readonly<Record<WindowProduct, () => string>> = {
  meta: m.conversions_product_meta,
  googleGa4: m.conversions_product_googleGa4,
  googleAds: m.conversions_product_googleAds,
  tiktok: m.conversions_product_tiktok,
  linkedin: m.conversions_product_linkedin,
}
