import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nemesisVerbs } from '../plan/plan.ts';
import type { HttpRequest } from './http-client.ts';
import { strike } from './nemesis.ts';
import type { Participant } from './participant.ts';
import type { TargetControl } from './target-control.ts';

for (const verb of nemesisVerbs)
  test(`without control, ${verb} is refused and says why`, async () => {
    assert.deepEqual(await strike(verb, {}, []), {
      outcome: 'refused',
      reason: 'the target offers no control for it',
    });
  });

test('each verb reaches the control that does it', async () => {
  const done: string[] = [];
  const note = (what: string) => () => {
    done.push(what);
    return Promise.resolve();
  };
  const control: TargetControl = {
    holdWebhooks: note('hold'),
    restart: note('restart'),
    releaseWebhooks: ({ order, copies }) => note(`${order} ${copies}`)(),
  };
  for (const verb of nemesisVerbs)
    if (verb !== 'abort-requests') assert.equal((await strike(verb, control, [])).outcome, 'done');
  assert.deepEqual(done, ['hold', 'as-sent 1', 'reversed 1', 'as-sent 2', 'restart']);
});

test('a control that fails leaves nobody knowing', async () => {
  const control: TargetControl = {
    restart: () => Promise.reject(new Error('it did not come back')),
  };
  assert.deepEqual(await strike('restart-target', control, []), {
    outcome: 'indeterminate',
    reason: 'it did not come back',
  });
});

test('bystanders ask for their lists, and for what they were given before, and drop the requests', async () => {
  const asked: string[] = [];
  const bystander = (name: string) =>
    ({
      http: {
        abandoning: async (work: () => Promise<unknown>) => {
          asked.push(`${name} abandons`);
          await work();
        },
        addresses: { all: () => [{ url: '/letters', headers: {}, shape: '/letters' }] },
        sendOnce: ({ url }: HttpRequest) => {
          asked.push(`${name} asks for ${url}`);
          return Promise.resolve();
        },
      },
      session: {
        surface: (id: string) => ({
          enumerate: () => {
            asked.push(`${name} asks for ${id}`);
            return Promise.resolve([]);
          },
        }),
      },
    }) as unknown as Participant;
  const outcome = await strike('abort-requests', {}, [bystander('ann'), bystander('ben')]);
  assert.equal(outcome.outcome, 'done');
  for (const name of ['ann', 'ben'])
    assert.deepEqual(
      asked.filter((one) => one.startsWith(name)),
      ['abandons', 'asks for replay-list', 'abandons', 'asks for /letters'].map(
        (act) => `${name} ${act}`,
      ),
    );
});
