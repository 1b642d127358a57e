/** A figure that is missing adds nothing. */
export declare function sum(counts: readonly (number | null | undefined)[]): number
