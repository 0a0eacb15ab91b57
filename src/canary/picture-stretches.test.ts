import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mintMark, readMark } from './mark.ts';
import { pictureStretches } from './picture-stretches.ts';

const key = Buffer.from('a key of the project');
const marks = {
  ann: mintMark(key, 'run', { role: 'patient', patient: 1, take: 1 }),
  ben: mintMark(key, 'run', { role: 'patient', patient: 2, take: 1 }),
  clinician: mintMark(key, 'run', { role: 'clinician', patient: 1, take: 1 }),
};
type Person = keyof typeof marks;

/** What is told of a track that shows these people for a second each time, in seconds. */
function told(...shown: readonly (readonly Person[])[]): string[] {
  const frames = shown.map((people, second) => ({
    fromMs: second * 1000,
    toMs: (second + 1) * 1000,
    marks: people.map((person) => marks[person]),
  }));
  const stretches = pictureStretches(frames, 0, (mark) => readMark(key, 'run', mark) ?? null);
  return stretches.map(({ fromMs, toMs, mark }) => {
    const said = JSON.stringify(mark);
    const person = Object.entries(marks).find(
      ([, one]) => JSON.stringify(readMark(key, 'run', one)) === said,
    );
    return `${person?.[0] ?? 'nobody'} ${fromMs / 1000}-${toMs / 1000}`;
  });
}

test('one person is there from the first frame to the last', () => {
  assert.deepEqual(told(['ann'], ['ann'], ['ann']), ['ann 0-3']);
});

test('two people beside each other are both there, whichever was found first', () => {
  const both = told(['ann', 'clinician'], ['clinician', 'ann'], ['clinician', 'ann']);
  assert.deepEqual(both, ['ann 0-3', 'clinician 0-3']);
});

test('whoever comes and goes has stretches of their own', () => {
  const guests = told(['ann', 'ben'], ['ann'], ['ann', 'ben'], ['ann', 'ben']);
  assert.deepEqual(guests, ['ann 0-4', 'ben 0-1', 'ben 2-4']);
});

test('whoever stays when another one leaves is one stretch, and then there is nobody', () => {
  const left = told(['ann', 'clinician'], ['clinician'], []);
  assert.deepEqual(left, ['ann 0-1', 'clinician 0-2', 'nobody 2-3']);
});

test('a track without frames is there, and nobody is read in it', () => {
  assert.deepEqual(told(), ['nobody 0-0']);
});
