/** The item that an editor points at in one place, to be shown in the other; `at` tells two clicks from each other. */
export type Pointed = { readonly item: string; readonly at: number };
