import { batchesOf, expect, test } from '../fixtures/test.ts';
import { everyOwnReplayIsVisible } from '../src/judge/promises/every-own-replay-is-visible.ts';
import { everyReplayBelongsToItsViewer } from '../src/judge/promises/every-replay-belongs-to-its-viewer.ts';
import { noReplayWithoutAConsultationOfOnesOwn } from '../src/judge/promises/no-replay-without-a-consultation-of-ones-own.ts';
import { noResponseCarriesAForeignCanary } from '../src/judge/promises/no-response-carries-a-foreign-canary.ts';

test.describe('On a busy afternoon, a patient with an old account who looks in sees no stranger’s consultation', () => {
  for (const batch of batchesOf('june-2020')) {
    test(batch.batch, { tag: `@${batch.tier}` }, async ({ judgeOf }) => {
      const judgement = await judgeOf(batch);
      expect.soft(judgement).toUphold(noReplayWithoutAConsultationOfOnesOwn);
      expect.soft(judgement).toUphold(everyReplayBelongsToItsViewer);
      expect.soft(judgement).toUphold(everyOwnReplayIsVisible);
      expect.soft(judgement).toUphold(noResponseCarriesAForeignCanary);
    });
  }
});
