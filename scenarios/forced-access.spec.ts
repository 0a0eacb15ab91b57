import { batchesOf, expect, test } from '../fixtures/test.ts';
import { aForeignReplayIsRefused } from '../src/judge/promises/a-foreign-replay-is-refused.ts';
import { noResponseCarriesAForeignCanary } from '../src/judge/promises/no-response-carries-a-foreign-canary.ts';
import { theSignedInPatientIsWhoWeSignedIn } from '../src/judge/promises/the-signed-in-patient-is-who-we-signed-in.ts';

test.describe('Another patient’s replay is refused by its id, its address and its media link', () => {
  for (const batch of batchesOf('forced-access')) {
    test(batch.batch, { tag: `@${batch.tier}` }, async ({ judgeOf }) => {
      const judgement = await judgeOf(batch);
      expect.soft(judgement).toUphold(aForeignReplayIsRefused);
      expect.soft(judgement).toUphold(noResponseCarriesAForeignCanary);
      expect.soft(judgement).toUphold(theSignedInPatientIsWhoWeSignedIn);
    });
  }
});
