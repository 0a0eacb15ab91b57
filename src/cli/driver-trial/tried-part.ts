/** What became of one verb or surface of a driver when two patients tried it. */
export interface TriedPart {
  readonly part: string;
  /**
   * `seen`: it did what it is there for, for both; `blocked`: the product said a clear no; `unseen`: neither, so that a
   * gate could not judge it; `missing`: the driver says that the product does not have it.
   */
  readonly state: 'seen' | 'blocked' | 'unseen' | 'missing';
  /** What was seen, or why it was not, in words. */
  readonly said: string;
}
