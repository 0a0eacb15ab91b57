import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MarkReading } from './mark.ts';
import type { SoundStretch } from './media-reading.ts';
import { withoutMisreadings } from './without-misreadings.ts';

const own: MarkReading = { integrity: 'authentic', role: 'clinician', patient: 7, take: 1 };
const strange: MarkReading = { integrity: 'foreign' };

function heard(...lengths: readonly (readonly [mark: MarkReading | null, ms: number])[]) {
  let fromMs = 0;
  return lengths.map(([mark, ms]): SoundStretch => {
    const toMs = fromMs + ms;
    const stretch = { track: 0, role: 'clinician', heard: 'mark', fromMs, toMs, mark } as const;
    fromMs = toMs;
    return stretch;
  });
}

const marksOf = (stretches: readonly SoundStretch[]) => stretches.map(({ mark }) => mark);

test('what is strange for a moment, beside what is known, was misread', () => {
  const misread = heard([own, 935], [strange, 5], [own, 35], [strange, 5], [own, 900]);
  assert.deepEqual(marksOf(withoutMisreadings(misread)), [own, own, own, own, own]);
  assert.deepEqual(marksOf(withoutMisreadings(heard([strange, 5], [own, 900]))), [own, own]);
});

test('what is strange for a loop is strange', () => {
  const spliced = heard([own, 900], [strange, 920], [own, 900]);
  assert.deepEqual(withoutMisreadings(spliced), spliced);
});

test('what is strange for a moment, beside nothing that is known, is strange', () => {
  const unknown = heard([null, 900], [strange, 5], [null, 900]);
  assert.deepEqual(withoutMisreadings(unknown), unknown);
});
