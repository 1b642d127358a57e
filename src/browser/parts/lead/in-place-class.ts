/** A value that is a button: plain to read, and told as one by its mark, its ground under the pointer and its size on touch. */
export const inPlaceClass =
  '-mx-2 inline-flex min-h-7 min-w-0 max-w-[calc(100%+1rem)] items-center gap-1.5 rounded px-2 text-left hover:bg-sunken pointer-coarse:min-h-11'
