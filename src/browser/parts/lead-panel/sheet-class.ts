/** The place of an open lead: beside its list, over it where that is narrow, over everything on a phone. */
export const sheetClass =
  'flex w-110 shrink-0 flex-col border-l border-line bg-surface max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:max-w-full max-xl:shadow-float max-md:fixed max-md:inset-0 max-md:z-30 max-md:w-full max-md:border-0'
