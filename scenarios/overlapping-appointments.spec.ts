import { batchesOf, expect, test } from '../fixtures/test.ts';
import { everyOwnReplayIsVisible } from '../src/judge/promises/every-own-replay-is-visible.ts';
import { everyReplayBelongsToItsViewer } from '../src/judge/promises/every-replay-belongs-to-its-viewer.ts';
import { oneRecordingHoldsOneConsultation } from '../src/judge/promises/one-recording-holds-one-consultation.ts';
import { theContentIsWhatTheTitleClaims } from '../src/judge/promises/the-content-is-what-the-title-claims.ts';

test.describe('Appointments that overlap and overrun leave every recording with its own consultation', () => {
  for (const batch of batchesOf('overlapping-appointments')) {
    test(batch.batch, { tag: `@${batch.tier}` }, async ({ judgeOf }) => {
      const judgement = await judgeOf(batch);
      expect.soft(judgement).toUphold(everyReplayBelongsToItsViewer);
      expect.soft(judgement).toUphold(oneRecordingHoldsOneConsultation);
      expect.soft(judgement).toUphold(everyOwnReplayIsVisible);
      expect.soft(judgement).toUphold(theContentIsWhatTheTitleClaims);
    });
  }
});
