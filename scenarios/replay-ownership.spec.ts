import { batchesOf, expect, test } from '../fixtures/test.ts';
import { everyOwnReplayIsVisible } from '../src/judge/promises/every-own-replay-is-visible.ts';
import { everyReplayBelongsToItsViewer } from '../src/judge/promises/every-replay-belongs-to-its-viewer.ts';
import { noReplayWithoutAConsultationOfOnesOwn } from '../src/judge/promises/no-replay-without-a-consultation-of-ones-own.ts';
import { theSignedInPatientIsWhoWeSignedIn } from '../src/judge/promises/the-signed-in-patient-is-who-we-signed-in.ts';

test.describe('Every patient sees all of their own replays and nobody else’s', () => {
  for (const batch of batchesOf('replay-ownership')) {
    test(batch.batch, { tag: `@${batch.tier}` }, async ({ judgeOf }) => {
      const judgement = await judgeOf(batch);
      expect.soft(judgement).toUphold(everyReplayBelongsToItsViewer);
      expect.soft(judgement).toUphold(everyOwnReplayIsVisible);
      expect.soft(judgement).toUphold(noReplayWithoutAConsultationOfOnesOwn);
      expect.soft(judgement).toUphold(theSignedInPatientIsWhoWeSignedIn);
    });
  }
});
