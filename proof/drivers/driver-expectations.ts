/** A driver, how well it is written, and what two patients may make of it. */
interface ExpectedDriver {
  readonly driver: string;
  /** Seen from `proof/tables`. */
  readonly module: string;
  readonly mayBe: readonly ('upheld' | 'violated' | 'inconclusive' | 'broken')[];
}

/** What is found with a bad driver, named as its file is. */
function bad(driver: string, ...mayBe: ExpectedDriver['mayBe']): ExpectedDriver {
  const module = `../drivers/bad/${driver}.ts`;
  return { driver: `a driver that ${driver.replaceAll('-', ' ')}`, module, mayBe };
}

/**
 * What each driver must be judged. Where the product itself leaks, or one patient is taken for another, that is a
 * violation whatever the driver makes of it; a driver that hides an honest product proves nothing.
 */
export const driverExpectations: readonly ExpectedDriver[] = [
  {
    driver: 'a good driver of a product without pages',
    module: '../targets/honest-product.ts',
    mayBe: ['upheld'],
  },
  {
    driver: 'a good driver of a product with pages',
    module: '../targets/honest-product-with-pages.ts',
    mayBe: ['upheld'],
  },
  bad('swallows-errors', 'violated', 'inconclusive'),
  bad('answers-done-without-doing', 'violated'),
  bad('mixes-up-two-sessions', 'violated', 'inconclusive'),
  bad('filters-what-it-lists', 'violated'),
  bad('shows-what-it-kept', 'inconclusive'),
  bad('signs-in-as-the-same-person-twice', 'violated', 'inconclusive'),
  bad('claims-who-is-signed-in', 'violated', 'inconclusive'),
  bad('breaks-while-it-looks', 'inconclusive'),
  bad('stops-after-the-first-page', 'violated', 'inconclusive'),
  bad('goes-past-its-client', 'inconclusive'),
  bad('leaves-out-what-patients-wrote', 'inconclusive'),
  bad('sends-the-same-clip-again', 'violated'),
  bad('cuts-media-short', 'violated', 'inconclusive'),
  bad('invents-refusals', 'inconclusive'),
  bad('misreads-what-a-list-says', 'violated'),
  bad('shares-one-client', 'violated', 'inconclusive'),
];
