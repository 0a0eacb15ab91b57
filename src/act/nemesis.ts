import type { NemesisVerb } from '../plan/plan.ts';
import type { Outcome } from './outcome.ts';
import { done, indeterminate, refused } from './outcome.ts';
import type { Participant } from './participant.ts';
import type { TargetControl } from './target-control.ts';

/** Does one thing that goes wrong around a product. `bystanders` are patients with nothing else to do at the moment. */
export async function strike(
  verb: NemesisVerb,
  control: TargetControl,
  bystanders: readonly Participant[],
): Promise<Outcome> {
  const work = workOf(verb, control, bystanders);
  if (work === undefined) return refused('the target offers no control for it');
  try {
    await work();
    return done();
  } catch (error) {
    return indeterminate(error instanceof Error ? error.message : String(error));
  }
}

function workOf(
  verb: NemesisVerb,
  control: TargetControl,
  bystanders: readonly Participant[],
): (() => Promise<unknown>) | undefined {
  const { releaseWebhooks } = control;
  switch (verb) {
    case 'hold-webhooks':
      return control.holdWebhooks;
    case 'release-webhooks':
      return releaseWebhooks && (() => releaseWebhooks({ order: 'as-sent', copies: 1 }));
    case 'release-webhooks-reversed':
      return releaseWebhooks && (() => releaseWebhooks({ order: 'reversed', copies: 1 }));
    case 'release-webhooks-twice':
      return releaseWebhooks && (() => releaseWebhooks({ order: 'as-sent', copies: 2 }));
    case 'restart-target':
      return control.restart;
    case 'abort-requests':
      return bystanders.length === 0 ? undefined : () => abandonRequests(bystanders);
  }
}

/** Each bystander asks for their list, and for whatever they were given before, and closes the tab before the answer is there. */
async function abandonRequests(bystanders: readonly Participant[]): Promise<void> {
  await Promise.all(
    bystanders.map(async ({ http, session }) => {
      await http.abandoning(async () => {
        await session.surface('replay-list')?.enumerate();
      });
      for (const { url, headers } of http.addresses.all())
        await http.abandoning(() => http.sendOnce({ url, headers }));
    }),
  );
}
