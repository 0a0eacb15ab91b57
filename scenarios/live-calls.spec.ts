import { batchesOf, expect, test } from '../fixtures/test.ts';
import { anInterruptedCallStaysWithItsConsultation } from '../src/judge/promises/an-interrupted-call-stays-with-its-consultation.ts';
import { everyOwnReplayIsVisible } from '../src/judge/promises/every-own-replay-is-visible.ts';
import { everyReplayBelongsToItsViewer } from '../src/judge/promises/every-replay-belongs-to-its-viewer.ts';
import { nothingIsRecordedWithoutConsent } from '../src/judge/promises/nothing-is-recorded-without-consent.ts';
import { oneRecordingHoldsOneConsultation } from '../src/judge/promises/one-recording-holds-one-consultation.ts';
import { pictureAndSoundBelongToTheSameConsultation } from '../src/judge/promises/picture-and-sound-belong-to-the-same-consultation.ts';

test.describe('Whatever happens in a live call, its recording holds the voice and the face of the patient whose call it was', () => {
  for (const batch of batchesOf('live-calls')) {
    test(batch.batch, { tag: `@${batch.tier}` }, async ({ judgeOf }) => {
      const judgement = await judgeOf(batch);
      expect.soft(judgement).toUphold(everyReplayBelongsToItsViewer);
      expect.soft(judgement).toUphold(everyOwnReplayIsVisible);
      expect.soft(judgement).toUphold(oneRecordingHoldsOneConsultation);
      expect.soft(judgement).toUphold(pictureAndSoundBelongToTheSameConsultation);
      expect.soft(judgement).toUphold(anInterruptedCallStaysWithItsConsultation);
      expect.soft(judgement).toUphold(nothingIsRecordedWithoutConsent);
    });
  }
});
