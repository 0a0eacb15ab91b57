/** A driver that is written badly, by its file's name, and what a gate may make of it. */
interface ExpectedDriver {
  readonly driver: string;
  readonly mayBe: readonly ('violated' | 'inconclusive' | 'broken')[];
}

/**
 * What each badly written driver must be judged. Where the product itself leaks, or one patient is taken for another,
 * that is a violation whatever the driver makes of it; a driver that hides an honest product proves nothing.
 */
export const driverExpectations: readonly ExpectedDriver[] = [
  { driver: 'swallows-errors', mayBe: ['violated', 'inconclusive'] },
  { driver: 'answers-done-without-doing', mayBe: ['violated'] },
  { driver: 'mixes-up-two-sessions', mayBe: ['violated', 'inconclusive'] },
  { driver: 'filters-what-it-lists', mayBe: ['violated'] },
  { driver: 'shows-what-it-kept', mayBe: ['inconclusive'] },
  { driver: 'signs-in-as-the-same-person-twice', mayBe: ['violated', 'inconclusive'] },
  { driver: 'claims-who-is-signed-in', mayBe: ['violated', 'inconclusive'] },
  { driver: 'breaks-while-it-looks', mayBe: ['inconclusive'] },
  { driver: 'stops-after-the-first-page', mayBe: ['violated', 'inconclusive'] },
  { driver: 'goes-past-its-client', mayBe: ['inconclusive'] },
];
