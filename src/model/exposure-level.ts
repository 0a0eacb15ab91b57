/** How far a leak got, from least to worst: the title was shown, the link authorised, bytes sent, content recognised. */
export const exposureLevels = ['listed', 'reachable', 'delivered', 'content seen'] as const;

export type ExposureLevel = (typeof exposureLevels)[number];

/** The worse of two levels. */
export function worseLevel(one: ExposureLevel, other: ExposureLevel): ExposureLevel {
  return exposureLevels.indexOf(one) >= exposureLevels.indexOf(other) ? one : other;
}
