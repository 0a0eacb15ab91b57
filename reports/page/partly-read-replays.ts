import type { Coverage } from '../../src/judge/coverage.ts';
import { patientLabel } from '../../src/plan/patient-number.ts';
import { counted } from '../counted.ts';
import { surfaceWords } from '../surface-words.ts';
import { html, nothing } from './html.ts';
import type { Html } from './html.ts';
import { table } from './table.ts';

/** Which part of a replay was not read, for each that was not read from its beginning to its end. */
export function partlyReadReplays({ replays: { whole, inPart, told } }: Coverage): Html {
  if (inPart === 0)
    return whole === 0
      ? nothing
      : html`<p>Every replay that was opened was read whole: all of its picture and its sound.</p>`;
  return html`${table(
    'Replays that were not read whole',
    [
      { title: 'Seen by' },
      { title: 'Where' },
      { title: 'Replay' },
      { title: 'Length', isFigure: true },
      { title: 'Not read' },
    ],
    told.map(({ viewer, surface, item, lengthMs, unread }) => [
      patientLabel(viewer),
      surfaceWords(surface),
      item,
      `${seconds(lengthMs)} s`,
      unread
        .map(({ track, fromMs, toMs }) => `${track} ${seconds(fromMs)}–${seconds(toMs)} s`)
        .join(', '),
    ]),
  )}
  ${
    inPart > told.length
      ? html`<p class="quiet">
          ${counted(inPart - told.length, 'replay')} with smaller gaps are not listed.
        </p>`
      : nothing
  }`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
