/** Work that can be paused, and given up, at every `yield`: some milliseconds lie between two. */
export type InPieces<T> = Generator<void, T>;
