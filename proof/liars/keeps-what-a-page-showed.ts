import type { Tier } from '../../src/model/surface.ts';
import { driverWithPages } from '../targets/driver-with-pages.ts';
import { withLivePages } from '../targets/live-pages.ts';
import { smallProduct } from '../targets/small-product.ts';

/** The page keeps in the browser what it listed, and lists it again, for whoever opens it there next. */
const keeping = `<script>
  const kept = JSON.parse(localStorage.getItem('replays') ?? '{}');
  for (const row of document.querySelectorAll('li')) kept[row.dataset.replayId] = row.outerHTML;
  localStorage.setItem('replays', JSON.stringify(kept));
  document.querySelector('ul').innerHTML = Object.values(kept).join('');
</script>`;

/** Right in every answer; what its page kept for one patient it shows to the next one on the same device. */
export function createDriver({ tier }: { readonly tier: Tier }) {
  const product = withLivePages(smallProduct(), { beside: () => keeping });
  return driverWithPages(product, 'keeps what a page showed', tier);
}
